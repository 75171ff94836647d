import { z } from 'zod'
import { ALLOCATION_CRITERIA, ALLOCATION_OUTCOMES, ALLOCATION_REASONS, type AllocationDecision, type AllocationOutcome, type AllocationSettings, type Load, type Season } from '@/lib/rules'
import { withoutIdNumbers } from './privacy'

/** The tables of a season that its allocation rests on, and nothing else of it: what a bundle has in season.json. */
export const allocationSeason = z.object({
  county: z.string(),
  year: z.int(),
  /** in the order of the category table: the place is the rank */
  categories: z.array(z.object({ category: z.string(), label: z.string() })),
  schools: z.array(z.object({ code: z.string(), name: z.string(), capacity: z.int().nullable() })),
  criteria: z.array(z.enum(ALLOCATION_CRITERIA)),
  overflow: z.enum(['neighbours', 'by-hand']),
  neighbours: z.record(z.string(), z.array(z.string())),
})
export type AllocationSeason = z.infer<typeof allocationSeason>

export function allocationSeasonOf({ settings: { county, year, allocation }, categories, schools }: Pick<Season, 'categories' | 'schools'> & { settings: { county: string; year: number; allocation: AllocationSettings } }): AllocationSeason {
  const first = new Map(categories.toReversed().map((row) => [row.category, row.label]))
  return {
    county,
    year,
    categories: categoriesOf(categories).map((category) => ({ category, label: first.get(category) ?? '' })),
    schools: schools.map(({ code, name, capacity }) => ({ code, name, capacity })),
    criteria: [...allocation.criteria],
    overflow: allocation.overflow,
    neighbours: allocation.neighbours,
  }
}

/** The categories in the order of the table, each once: its place there is the rank. */
export function categoriesOf(rows: readonly { category: string }[]): string[] {
  return [...new Set(rows.map(({ category }) => category))]
}

/** What went in for one child: ids, places and the school that it was pre-allocated to; no name, no number, no day. */
export const allocationInput = z.object({
  id: z.string(),
  submission: z.string(),
  rank: z.int(),
  school: z.string().nullable(),
  criteria: z.array(z.int()),
  /** the smallest application of those who share a guardian; null of an only child */
  family: z.string().nullable(),
})
export type AllocationInput = z.infer<typeof allocationInput>

/** What came out for one child, with the lot that it had. */
export type AllocationLine = AllocationDecision & { rank: number; lot: string }

export const allocationLoads = z.array(z.object({ school: z.string(), capacity: z.int(), admitted: z.int(), coordinated: z.int(), held: z.int() })) satisfies z.ZodType<Load[]>

export const decisionCounts = z.array(z.object({ outcome: z.enum(ALLOCATION_OUTCOMES), because: z.enum(ALLOCATION_REASONS), rank: z.int(), wanted: z.string().nullable(), count: z.int() }))
/** How many end how, by reason, category and the school that was wanted. */
export type DecisionCounts = z.infer<typeof decisionCounts>

export function countDecisions(lines: readonly AllocationLine[], inputs: readonly AllocationInput[]): DecisionCounts {
  const wanted = new Map(inputs.map(({ id, school }) => [id, school]))
  const counts = new Map<string, DecisionCounts[number]>()
  for (const { id, outcome, because, rank } of lines) {
    const kind = { outcome, because, rank, wanted: wanted.get(id) ?? null }
    const key = JSON.stringify(kind)
    counts.set(key, { ...kind, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}

export function totalOf(counts: DecisionCounts, outcome: AllocationOutcome): number {
  return counts.reduce((sum, one) => (one.outcome === outcome ? sum + one.count : sum), 0)
}

/** How many children have a school by hand beside a run, and how many beside other runs only: those do not come with it. */
export type ByHandBeside = { here: number; elsewhere: number }

/** A run worked out, with the texts that its hashes (SHA-256) are of. */
export type WorkedOut = {
  lines: readonly AllocationLine[]
  loads: readonly Load[]
  texts: { season: string; inputs: string; decisions: string }
  /** of the season's tables and the inputs: two seeds on the same inputs have the same */
  inputsHash: string
  decisionsHash: string
}

/** A line each, by id; keys always in this order, so that the same content is the same bytes. */
export function inputsText(inputs: readonly AllocationInput[]): string {
  return linesOf(inputs.map(({ id, submission, rank, school, criteria, family }) => ({ id, submission, rank, school, criteria, family })))
}

export function decisionsText(lines: readonly AllocationLine[]): string {
  return linesOf(lines.map(({ id, outcome, because, school, rank, lot }) => ({ id, outcome, because, school, rank, lot })))
}

export function seasonText({ county, year, categories, schools, criteria, overflow, neighbours }: AllocationSeason): string {
  const named = Object.fromEntries(Object.entries(neighbours).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  return `${JSON.stringify({ county, year, categories: categories.map(({ category, label }) => ({ category, label })), schools: schools.map(({ code, name, capacity }) => ({ code, name, capacity })), criteria, overflow, neighbours: named }, null, 2)}\n`
}

function linesOf(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

const SEED = { error: 'ALLOCATION_SEED' }
/** What the lots are drawn from: written down by the officer, or drawn by the machine. Any text of one line. */
export const seedText = z.string().trim().min(6, SEED).max(100, SEED).regex(/^[^\p{C}]+$/u, SEED)

/** What the forms of the allocation post. */
export const trialAnswers = z.object({ seed: seedText })
export const runAnswers = z.object({ runId: z.uuid() })
export const publicationAnswers = z.object({ runId: z.uuid(), proposalId: z.uuid() })
export const publicationDecision = publicationAnswers.extend({ outcome: z.enum(['approved', 'refused']), note: z.string().trim().max(300).transform(withoutIdNumbers) })
/** Two runs, in the address of their comparison. */
export const comparedRuns = z.object({ one: z.uuid(), other: z.uuid() })
