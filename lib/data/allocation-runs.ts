import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { allocationLoads, countDecisions, decisionCounts, type AllocationInput, type DecisionCounts, type WorkedOut } from '@/lib/domain/allocation'
import type { Load } from '@/lib/rules'
import { writeMoves } from './allocation-moves'
import type { Db, Transaction } from './db'
import type { Prisma } from './generated/client'
import type { PublishedSeason } from './seasons'

/** A run: worked out once, never changed, and published at most once. */
export type AllocationRun = {
  id: string
  county: string
  year: number
  number: number
  seasonVersionId: string
  seed: string
  inputsHash: string
  decisionsHash: string
  loads: Load[]
  counts: DecisionCounts
  /** null of the operator's command */
  createdById: string | null
  /** milliseconds of the season's clock, as the publication */
  createdAt: number
  publishedAt: number | null
}

type Row = Prisma.AllocationRunGetPayload<object>

function toRun(row: Row): AllocationRun {
  return { ...row, loads: allocationLoads.parse(row.loads), counts: decisionCounts.parse(row.counts), createdAt: row.createdAt.getTime(), publishedAt: row.publishedAt?.getTime() ?? null }
}

/** A run of the officer's own county; another county's is not there at all. */
export async function findAllocationRun(on: Db, { county }: Pick<StaffActor, 'county'>, id: string): Promise<AllocationRun | null> {
  const row = await on.allocationRun.findFirst({ where: { id, county } })
  return row && toRun(row)
}

/** The season's runs, the newest first. */
export async function listAllocationRuns(on: Db, { county, year }: Pick<PublishedSeason, 'county' | 'year'>): Promise<AllocationRun[]> {
  const rows = await on.allocationRun.findMany({ where: { county, year }, orderBy: { number: 'desc' } })
  return rows.map(toRun)
}

/** The run that the season's families were told of; null before the publication. */
export async function findPublishedRun(on: Db, { county, year }: Pick<PublishedSeason, 'county' | 'year'>): Promise<AllocationRun | null> {
  const row = await on.allocationRun.findFirst({ where: { county, year, publishedAt: { not: null } } })
  return row && toRun(row)
}

/** Takes the season for the rest of the transaction: runs, publications and versions of it come one after the other. */
export async function holdSeason(transaction: Transaction, { seasonId }: Pick<PublishedSeason, 'seasonId'>): Promise<void> {
  await transaction.$executeRaw`SELECT id FROM seasons WHERE id = ${seasonId}::uuid FOR UPDATE`
}

type Written = { published: PublishedSeason; seed: string; inputs: readonly AllocationInput[]; worked: WorkedOut; createdById: string | null; at: number }

/**
 * Writes a run with its decisions under the next number. Whoever works out the same once more (a second press) gets the run
 * that is there. The caller holds the season.
 */
export async function writeAllocationRun(transaction: Transaction, { published: { county, year, versionId: seasonVersionId }, seed, inputs, worked, createdById, at }: Written): Promise<{ id: string; number: number; isNew: boolean }> {
  const { inputsHash, decisionsHash, loads } = worked
  const same = await transaction.allocationRun.findFirst({ where: { county, year, seasonVersionId, seed, inputsHash, decisionsHash }, select: { id: true, number: true } })
  if (same) return { ...same, isNew: false }
  const newest = await transaction.allocationRun.findFirst({ where: { county, year }, orderBy: { number: 'desc' }, select: { number: true } })
  const number = (newest?.number ?? 0) + 1
  const run = await transaction.allocationRun.create({
    data: { county, year, number, seasonVersionId, seed, inputsHash, decisionsHash, loads: [...loads], counts: countDecisions(worked.lines, inputs), createdById, createdAt: new Date(at) },
    select: { id: true, number: true },
  })
  await writeDecisions(transaction, run.id, inputs, worked)
  await writeMoves(transaction, { ...run, county, year })
  return { ...run, isNew: true }
}

/** One statement carries some thousands of decisions as JSON: a parameter each would be ten times slower. */
const AT_ONCE = 10_000

async function writeDecisions(transaction: Transaction, runId: string, inputs: readonly AllocationInput[], { lines }: WorkedOut): Promise<void> {
  const wanted = new Map(inputs.map((input) => [input.id, input]))
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const rows = lines.slice(from, from + AT_ONCE).map((line) => ({ ...line, input: wanted.get(line.id) }))
    await transaction.$executeRaw`
      INSERT INTO allocation_decisions (run_id, application_id, submission_id, outcome, because, school_code, wanted_code, held_code, rank, criteria, family_id, lot)
      SELECT ${runId}::uuid, d.id, (d.input->>'submission')::uuid, d.outcome, d.because, d.school, d.input->>'school', d.held, d.rank,
        ARRAY(SELECT place::int FROM jsonb_array_elements_text(d.input->'criteria') WITH ORDINALITY AS c(place, nth) ORDER BY nth), (d.input->>'family')::uuid, d.lot
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS d(id uuid, outcome text, because text, school text, held text, rank int, lot text, input jsonb)`
  }
}

/** What went into a run, as it was then. */
export async function readInputsOfRun(on: Db, runId: string): Promise<AllocationInput[]> {
  const rows = await on.allocationDecision.findMany({
    where: { runId },
    select: { applicationId: true, submissionId: true, rank: true, wantedCode: true, criteria: true, familyId: true },
    orderBy: { applicationId: 'asc' },
  })
  return rows.map(({ applicationId: id, submissionId: submission, rank, wantedCode: school, criteria, familyId: family }) => ({ id, submission, rank: rank ?? 0, school, criteria, family }))
}

/** Told once: @returns false where it, or another run of the season, is published already. The caller holds the season. */
export async function markPublished(transaction: Transaction, { id, county, year }: Pick<AllocationRun, 'id' | 'county' | 'year'>, at: Date): Promise<boolean> {
  if (await findPublishedRun(transaction, { county, year })) return false
  const moved = await transaction.allocationRun.updateMany({ where: { id, county, publishedAt: null }, data: { publishedAt: at } })
  return moved.count === 1
}
