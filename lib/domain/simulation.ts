import { z } from 'zod'
import type { CategoryRow, Determination, School } from '@/lib/rules'

/** What a draft is held against: what each family was told when it submitted, or the season that is published. */
export const AGAINST = ['submitted', 'published'] as const
export type Against = (typeof AGAINST)[number]

export type SimulationStatus = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

/** Why a run came to nothing. */
export const SIMULATION_FAULTS = ['DRAFT_UNCLEAR', 'INTERRUPTED'] as const
export type SimulationFault = (typeof SIMULATION_FAULTS)[number]

/** So many servers may have ended in the middle of a run before it is given up: it may be what ended them. */
export const MOST_ATTEMPTS = 3

export function isOpenSimulation(status: SimulationStatus): boolean {
  return status === 'queued' || status === 'running'
}

/** What the rules made of a family: category, row of the catchment, schools (one, those of a choice zone, or none). */
const outcome = z.object({ category: z.string().nullable(), row: z.string().nullable(), schools: z.array(z.string()).readonly() })
export type FamilyOutcome = z.infer<typeof outcome>

/** What a determination comes to, as far as two of them are compared. */
export function outcomeOf({ category, placement }: Pick<Determination, 'category' | 'placement'>): FamilyOutcome {
  return { category: category?.code ?? null, row: placement.row, schools: placement.schools }
}

const changedFamily = z.object({ applicationId: z.string(), before: outcome, after: outcome })
export type ChangedFamily = z.infer<typeof changedFamily>

const count = z.int().min(0)
const capacity = z.int().nullable()

/** What a run came to. Ids of applications, codes, and what is published anyway: nothing of a person. */
export const simulationResult = z.object({
  schemaVersion: z.literal(1),
  /** number of the published version that the draft stands beside */
  publishedNumber: z.int().nullable(),
  families: count,
  schools: z.array(z.object({ code: z.string(), name: z.string(), before: capacity, after: capacity })),
  /** in the draft's order, then those that only the other side knows */
  categories: z.array(z.object({ code: z.string(), label: z.string() })),
  /** `school` null: none, or a choice between several that is still open */
  loads: z.array(z.object({ school: z.string().nullable(), category: z.string().nullable(), before: count, after: count })),
  /** how many change from which schools to which; empty lists are those of whom nobody knows a school */
  moves: z.array(z.object({ from: z.array(z.string()), to: z.array(z.string()), count })),
  changed: z.object({ any: count, school: count, category: count, lost: count }),
  /** those who lose their schools first; no more than `MOST_LISTED` */
  listed: z.array(changedFamily),
})
export type SimulationResult = z.infer<typeof simulationResult>

/** A list that somebody goes through by hand is shorter; the counts are of all. */
export const MOST_LISTED = 5000

export const CHANGE_KINDS = ['any', 'lost', 'school', 'category'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** Whether a change is of this kind: the schools are others, the category is another, or there is no school any more. */
export function isChange({ before, after }: Pick<ChangedFamily, 'before' | 'after'>, kind: ChangeKind): boolean {
  switch (kind) {
    case 'lost': return before.schools.length > 0 && after.schools.length === 0
    case 'school': return schoolsKey(before) !== schoolsKey(after)
    case 'category': return before.category !== after.category
    case 'any': return isChange({ before, after }, 'school') || isChange({ before, after }, 'category')
  }
}

function schoolsKey({ schools }: FamilyOutcome): string {
  return [...new Set(schools)].toSorted().join('|')
}

/** Whose seat it would be; a choice that is still open is nobody's. */
function seatOf({ schools }: FamilyOutcome): string | null {
  return schools.length === 1 ? (schools[0] ?? null) : null
}

/** A season as far as its loads are read from it. */
export type LoadFrame = { readonly schools: readonly School[]; readonly categories: readonly CategoryRow[] }

/** Counts families one by one, in whatever order. It keeps numbers and the changes, never a family. */
export class SimulationTally {
  #families = 0
  readonly #loads = new Map<string, SimulationResult['loads'][number]>()
  readonly #moves = new Map<string, SimulationResult['moves'][number]>()
  readonly #changed = { any: 0, school: 0, category: 0, lost: 0 }
  readonly #lost: ChangedFamily[] = []
  readonly #others: ChangedFamily[] = []

  add(applicationId: string, before: FamilyOutcome, after: FamilyOutcome): void {
    this.#families += 1
    this.#load(before).before += 1
    this.#load(after).after += 1
    const change = { applicationId, before, after }
    if (!isChange(change, 'any')) return
    for (const kind of CHANGE_KINDS) if (isChange(change, kind)) this.#changed[kind] += 1
    if (isChange(change, 'school')) this.#move(schoolsKey(before), schoolsKey(after)).count += 1
    const list = isChange(change, 'lost') ? this.#lost : this.#others
    if (list.length < MOST_LISTED) list.push(change)
  }

  result(before: LoadFrame, after: LoadFrame, publishedNumber: number | null): SimulationResult {
    return {
      schemaVersion: 1,
      publishedNumber,
      families: this.#families,
      schools: schoolsOf(before.schools, after.schools),
      categories: categoriesOf([...after.categories, ...before.categories]),
      loads: [...this.#loads.values()],
      moves: [...this.#moves.values()].toSorted((one, other) => other.count - one.count),
      changed: { ...this.#changed },
      listed: [...this.#lost, ...this.#others].slice(0, MOST_LISTED),
    }
  }

  #load(outcome: FamilyOutcome): SimulationResult['loads'][number] {
    const [school, category] = [seatOf(outcome), outcome.category]
    const key = JSON.stringify([school, category])
    const load = this.#loads.get(key) ?? { school, category, before: 0, after: 0 }
    this.#loads.set(key, load)
    return load
  }

  #move(from: string, to: string): SimulationResult['moves'][number] {
    const key = `${from} ${to}`
    const codes = (text: string) => (text === '' ? [] : text.split('|'))
    const move = this.#moves.get(key) ?? { from: codes(from), to: codes(to), count: 0 }
    this.#moves.set(key, move)
    return move
  }
}

function schoolsOf(before: readonly School[], after: readonly School[]): SimulationResult['schools'] {
  const of = (schools: readonly School[], code: string) => schools.find((school) => school.code === code)
  return [...new Set([...after, ...before].map(({ code }) => code))].map((code) => {
    const [was, is] = [of(before, code), of(after, code)]
    return { code, name: (is ?? was)?.name ?? code, before: was?.capacity ?? null, after: is?.capacity ?? null }
  })
}

function categoriesOf(rows: readonly CategoryRow[]): SimulationResult['categories'] {
  return rows.filter(({ category }, index) => rows.findIndex((one) => one.category === category) === index).map(({ category, label }) => ({ code: category, label }))
}

/** One line of the load: a school, or those without one. `demand` follows the result's categories, then those without one. */
export type SchoolLoad = { readonly code: string | null; readonly name: string | null; readonly capacity: Both<number | null>; readonly total: Both<number>; readonly demand: readonly Both<number>[] }
type Both<Value> = { readonly before: Value; readonly after: Value }

/** The loads as a table: a line a school, and one for those without where there are any. */
export function loadsOf({ schools, categories, loads }: SimulationResult): SchoolLoad[] {
  const known = new Set(schools.map(({ code }) => code))
  const columns = [...categories.map(({ code }) => code), null]
  const line = (code: string | null, name: string | null, capacity: Both<number | null>): SchoolLoad => {
    const here = loads.filter(({ school }) => (code === null ? school === null || !known.has(school) : school === code))
    const listed = new Set<string | null>(columns)
    const isIn = (column: string | null, category: string | null) => category === column || (column === null && !listed.has(category))
    return { code, name, capacity, total: sumOf(here), demand: columns.map((column) => sumOf(here.filter(({ category }) => isIn(column, category)))) }
  }
  const nowhere = line(null, null, { before: null, after: null })
  return [...schools.map(({ code, name, before, after }) => line(code, name, { before, after })), ...(nowhere.total.before + nowhere.total.after > 0 ? [nowhere] : [])]
}

function sumOf(loads: readonly Both<number>[]): Both<number> {
  return loads.reduce((sum, one) => ({ before: sum.before + one.before, after: sum.after + one.after }), { before: 0, after: 0 })
}
