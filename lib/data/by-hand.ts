import 'server-only'
import type { AdmissionResult } from '@/lib/domain/admission'
import { allocationOutcome, allocationReason } from '@/lib/domain/admission'
import { allocationLoads } from '@/lib/domain/allocation'
import type { StaffActor } from '@/lib/domain/actor'
import { BY_HAND_KINDS } from '@/lib/domain/proposals'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { isFull, seatsBeside, type Decided, type GivenByHand, type HeldFor, type Seats } from '@/lib/domain/seats'
import { findResult, writeResults } from './admission-results'
import { holdRun } from './allocation-overrides'
import type { Application } from './applications'
import type { Db, Transaction } from './db'
import type { Prisma } from './generated/client'
import { getSeasonVersion, type PublishedSeason } from './seasons'

/** A run as decisions by hand stand beside it, with the season that it was made under. */
export type RunBeside = { id: string; county: string; year: number; number: number; publishedAt: number | null; published: PublishedSeason }

const runColumns = { id: true, county: true, year: true, number: true, publishedAt: true, seasonVersionId: true } as const satisfies Prisma.AllocationRunSelect

async function toRun(on: Db, { seasonVersionId, publishedAt, ...run }: Prisma.AllocationRunGetPayload<{ select: typeof runColumns }>): Promise<RunBeside | null> {
  const published = await getSeasonVersion(seasonVersionId, on)
  return published && { ...run, publishedAt: publishedAt?.getTime() ?? null, published }
}

/** A run of the officer's own county; another county's is not there at all. */
export async function findRun(on: Db, { county }: Pick<StaffActor, 'county'>, id: string): Promise<RunBeside | null> {
  const row = await on.allocationRun.findFirst({ where: { id, county }, select: runColumns })
  return row && toRun(on, row)
}

/** The run that is decided beside: the published one, else the one that lies before the other administrator, else the newest. */
export async function findRunInForce(on: Db, { county }: Pick<StaffActor, 'county'>, year: number): Promise<RunBeside | null> {
  const published = await on.allocationRun.findFirst({ where: { county, year, publishedAt: { not: null } }, select: runColumns })
  if (published) return toRun(on, published)
  const proposed = await on.countyProposal.findFirst({ where: { county, year, kind: 'publish-allocation', status: 'waiting' }, select: { subjectId: true } })
  const row = await on.allocationRun.findFirst({ where: { county, year, ...(proposed?.subjectId ? { id: proposed.subjectId } : {}) }, select: runColumns, orderBy: { number: 'desc' } })
  return row && toRun(on, row)
}

/** What the run itself said of a child, which stays whatever is decided beside it. */
export type RunDecision = Decided & { preallocated: string | null; submissionId: string; rank: number | null; lot: string }

type DecisionRow = Omit<RunDecision, 'outcome' | 'because'> & { applicationId: string; outcome: string; because: string }

/** A run's decisions of these children, in one statement however many they are; who took no part in it is not among them. */
export async function findDecisions(on: Db, runId: string, applicationIds: readonly string[]): Promise<ReadonlyMap<string, RunDecision>> {
  if (applicationIds.length === 0) return new Map()
  const rows = await on.$queryRaw<DecisionRow[]>`
    SELECT d.application_id::text AS "applicationId", d.submission_id::text AS "submissionId", d.outcome, d.because, d.school_code AS "schoolCode", d.held_code AS held, d.rank, d.lot, s.school_code AS preallocated
    FROM allocation_decisions d LEFT JOIN submissions s ON s.id = d.submission_id
    WHERE d.run_id = ${runId}::uuid AND d.application_id = ANY(${[...applicationIds]}::uuid[])`
  return new Map(rows.map(({ applicationId, ...row }) => [applicationId, { ...row, outcome: allocationOutcome.parse(row.outcome), because: allocationReason.parse(row.because) }]))
}

type GivenRow = { given: string; outcome: string | null; because: string | null; schoolCode: string | null; held: string | null; count: number }

/** Every school's seats beside a run, after what was given by hand: of several decisions for one child the newest. */
export async function listSeats(on: Db, { id, published }: Pick<RunBeside, 'id' | 'published'>): Promise<Seats[]> {
  const run = await on.allocationRun.findUniqueOrThrow({ where: { id }, select: { loads: true } })
  const rows = await on.$queryRaw<GivenRow[]>`
    SELECT o.school_code AS given, d.outcome, d.because, d.school_code AS "schoolCode", d.held_code AS held, count(*)::int AS count
    FROM (SELECT DISTINCT ON (application_id) application_id, school_code FROM allocation_overrides WHERE run_id = ${id}::uuid ORDER BY application_id, id DESC) o
    LEFT JOIN allocation_decisions d ON d.run_id = ${id}::uuid AND d.application_id = o.application_id GROUP BY 1, 2, 3, 4, 5`
  const children = rows.flatMap(({ given, count, ...said }) => Array.from({ length: count }, (): GivenByHand => ({ schoolCode: given, decided: decidedOf(said) })))
  return seatsBeside(published.season.schools, allocationLoads.parse(run.loads), await listHeldFor(on, id), children)
}

function decidedOf({ outcome, because, schoolCode, held }: Omit<GivenRow, 'given' | 'count'>): Decided | null {
  return outcome === null ? null : { outcome: allocationOutcome.parse(outcome), because: allocationReason.parse(because), schoolCode, held }
}

async function listHeldFor(on: Db, runId: string): Promise<HeldFor[]> {
  const rows = await on.allocationDecision.groupBy({ by: ['heldCode', 'because'], where: { runId, heldCode: { not: null } }, _count: { _all: true } })
  return rows.flatMap(({ heldCode: school, because, _count }) => (school === null ? [] : [{ school, because: allocationReason.parse(because), children: _count._all }]))
}

/** Where a child stands beside a run: what the run said, the school that counts now, and what the family has been told. */
export type Placed = {
  /** null where the registration was completed after the publication: the run knows nothing of the child */
  decision: RunDecision | null
  /** what the run went by, or what was completed since, and the school that it asks for */
  submissionId: string
  preallocated: string | null
  given: boolean
  schoolCode: string | null
  result: AdmissionResult | null
}

/** Null where the child took no part in the run, and was not completed after its publication either. */
export async function findPlaced(on: Db, run: Pick<RunBeside, 'id' | 'county' | 'year' | 'publishedAt' | 'published'>, applicationId: string): Promise<Placed | null> {
  const decision = (await findDecisions(on, run.id, [applicationId])).get(applicationId) ?? null
  const late = decision ? null : await on.submission.findFirst({ where: { applicationId, ...lateBeside(run) }, select: { id: true, schoolCode: true }, orderBy: { id: 'desc' } })
  const registered = decision ? { submissionId: decision.submissionId, preallocated: decision.preallocated } : late && { submissionId: late.id, preallocated: late.schoolCode }
  if (!registered) return null
  const override = await on.allocationOverride.findFirst({ where: { runId: run.id, applicationId }, select: { schoolCode: true }, orderBy: { id: 'desc' } })
  return { ...registered, decision, given: override !== null, schoolCode: override?.schoolCode ?? decision?.schoolCode ?? null, result: await findResult(on, applicationId) }
}

/**
 * Submissions that a published run knows nothing of: two officers completed them after it, so that only a decision by
 * hand can give them a school. Before a publication there are none: another run takes them in.
 */
export function lateBeside({ id, county, year, publishedAt, published: { season: { settings } } }: Pick<RunBeside, 'id' | 'county' | 'year' | 'publishedAt' | 'published'>): Prisma.SubmissionWhereInput {
  // A completion that was being approved while the run was published bears an earlier time: from the close on, then.
  const since = { submittedAt: { gte: new Date(settings.closesAt) } }
  const unknown: Prisma.ApplicationWhereInput = { status: { in: ['submitted', 'returned'] }, wrappedKey: { not: null }, allocations: { none: { runId: id } } }
  return publishedAt === null ? { id: { in: [] } } : { county, year, ...since, application: unknown }
}

/** What is meant for a child: a school beside this run, judged on what the family had been told; null where nothing was published. */
export type Meant = { runId: string; resultId: string | null; schoolCode: string; overCapacity: boolean }
export type NotPlaceable = { code: 'NOT_FOUND' | 'RUN_REPLACED' | 'RESULT_CHANGED' | 'SCHOOL_UNKNOWN' | 'SCHOOL_SAME' | 'SCHOOL_FULL' }

/**
 * Whether the school can be given to the child as it was meant, now: the run holds, the family's result is the one that was
 * judged on, and the school has a seat, or one beyond its capacity is meant. The run is held until the transaction ends, so
 * that no two children are given the same last seat.
 */
export async function checkPlaceable(transaction: Transaction, { county }: Pick<StaffActor, 'county'>, { id: applicationId, year }: Pick<Application, 'id' | 'year'>, meant: Meant): Promise<Result<RunBeside, NotPlaceable>> {
  await holdRun(transaction, meant.runId)
  const run = await findRun(transaction, { county }, meant.runId)
  const placed = run?.year === year ? await findPlaced(transaction, run, applicationId) : null
  if (!run || !placed) return fail({ code: 'NOT_FOUND' })
  if (run.publishedAt === null && (await transaction.allocationRun.count({ where: { county, year, publishedAt: { not: null } } })) > 0) return fail({ code: 'RUN_REPLACED' })
  if (isReplaced(placed.result, meant.resultId)) return fail({ code: 'RESULT_CHANGED' })
  if (placed.schoolCode === meant.schoolCode) return fail({ code: 'SCHOOL_SAME' })
  const seats = (await listSeats(transaction, run)).find(({ code }) => code === meant.schoolCode)
  if (!seats) return fail({ code: 'SCHOOL_UNKNOWN' })
  if (isFull(seats, { given: placed.given, decided: placed.decision }) && !meant.overCapacity) return fail({ code: 'SCHOOL_FULL' })
  return succeed(run)
}

/** What the run itself was published with meanwhile is what was judged on; anything later is not. */
function isReplaced(result: AdmissionResult | null, judgedOn: string | null): boolean {
  return judgedOn === null ? (result?.number ?? 1) > 1 : result?.id !== judgedOn
}

type Given = { application: Pick<Application, 'id' | 'county' | 'year'>; run: RunBeside; schoolCode: string; proposalId: string; at: number }

/**
 * Gives a child a school beside the run, as two officers decided; the run's own rows stay as they are. Once it is
 * published the family's next result is this one, before that the publication brings it. The caller has checked that it may.
 */
export async function placeByHand(transaction: Transaction, { application: { id: applicationId, county, year }, run, schoolCode, proposalId, at }: Given): Promise<void> {
  await transaction.allocationOverride.create({ data: { runId: run.id, applicationId, proposalId, schoolCode, decidedAt: new Date(at) }, select: { id: true } })
  if (run.publishedAt === null) return
  const told = await findResult(transaction, applicationId)
  await writeResults(transaction, [{ applicationId, county, year, number: (told?.number ?? 0) + 1, runId: run.id, outcome: 'by-hand', because: 'DECIDED_BY_HAND', schoolCode }], new Date(at))
}

/** The decision by hand that already lies before the second officer for this family; the caller holds the application. */
export async function isDecisionWaiting(on: Db, applicationId: string): Promise<boolean> {
  return (await on.proposal.count({ where: { applicationId, status: 'waiting', kind: { in: [...BY_HAND_KINDS] } } })) > 0
}
