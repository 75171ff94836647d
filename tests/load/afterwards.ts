import type { StaffActor } from '@/lib/domain/actor'
import { allocationOutcome, allocationReason, type OverrideAllocationContent } from '@/lib/domain/admission'
import { COMPLAINTS } from '@/lib/domain/objections'
import { recordAuditOfMany } from '@/lib/audit/record'
import { runAllocation } from '@/lib/commands/run-allocation'
import { findOverrides } from '@/lib/data/allocation-overrides'
import { findAllocationRun, listAllocationRuns, markPublished } from '@/lib/data/allocation-runs'
import { writeResults, type NewResult } from '@/lib/data/admission-results'
import { findRun, placeByHand } from '@/lib/data/by-hand'
import { openCase } from '@/lib/data/cases'
import { unwrapApplicationKey, type ApplicationKey } from '@/lib/data/cipher'
import { db, type Transaction } from '@/lib/data/db'
import { endObjection, writeObjection } from '@/lib/data/objections'
import { addProposal } from '@/lib/data/proposals'
import type { PublishedSeason } from '@/lib/data/seasons'

/** What a county has when its season is over: its trial runs, the one that families were told, schools by hand, objections. */
export type Afterwards = { runs: readonly string[]; told: string; at: number }

const HOUR_MS = 60 * 60 * 1000
const SEEDS = ['05 11 17 23 30', '01 09 16 22 31', '03 08 19 27 33'] as const
const GIVEN = 400
const WAITING = 60
const OBJECTIONS = 800
const LONGEST_MS = 10 * 60 * 1000

/** Made once, by the commands where they allow it in the middle of a season, else as they would have left it; found the next time. */
export async function whatCameAfter(published: PublishedSeason, officers: { admins: readonly [StaffActor, StaffActor]; reviewer: StaffActor }): Promise<Afterwards> {
  const at = published.season.settings.closesAt + HOUR_MS
  const known = await listAllocationRuns(db(), published)
  const told = known.find(({ publishedAt }) => publishedAt !== null)
  if (told) return { runs: known.map(({ id }) => id), told: told.id, at }
  for (const seed of SEEDS) {
    const made = await runAllocation({ actor: null, county: published.county, seed, now: { season: at, real: at } })
    if (!made.ok) throw new Error(made.failure.code)
  }
  const runs = (await listAllocationRuns(db(), published)).map(({ id }) => id)
  const [runId] = runs
  if (!runId) throw new Error('no run of the load')
  await givenByHand(published, runId, officers.admins, at)
  await db().$transaction((transaction) => tell(transaction, published, runId, officers.admins[1], at), { timeout: LONGEST_MS })
  await objected(published, runId, officers.reviewer, at + HOUR_MS)
  await db().$executeRaw`ANALYZE`
  return { runs, told: runId, at }
}

type Left = { id: string; key: ApplicationKey }

/** Some of those whom the run left to the county. */
async function leftByHand(runId: string, take: number): Promise<Left[]> {
  const rows = await db().$queryRaw<{ id: string; wrapped_key: string }[]>`
    SELECT a.id::text AS id, a.wrapped_key FROM allocation_decisions d JOIN applications a ON a.id = d.application_id AND a.wrapped_key IS NOT NULL
    WHERE d.run_id = ${runId}::uuid AND d.outcome = 'by-hand' ORDER BY d.lot LIMIT ${take}`
  return rows.map(({ id, wrapped_key: wrapped }) => ({ id, key: unwrapApplicationKey(wrapped) }))
}

async function givenByHand({ county, year, season: { schools } }: PublishedSeason, runId: string, [first, second]: readonly [StaffActor, StaffActor], at: number): Promise<void> {
  const run = await findRun(db(), { county }, runId)
  if (!run) throw new Error('no run of the load')
  const now = { season: at, real: at }
  for (const [place, { id, key }] of (await leftByHand(runId, GIVEN + WAITING)).entries()) {
    const schoolCode = schools[place % schools.length]?.code ?? ''
    const content: OverrideAllocationContent = { schemaVersion: 1, runId, resultId: null, schoolCode, overCapacity: true, reason: '相邻学校还有学位，按家庭住址就近安排。' }
    await db().$transaction(async (transaction) => {
      const application = { id, county, year, key }
      const proposalId = await addProposal(transaction, { actor: first, application, kind: 'override-allocation', content, now })
      if (place < WAITING) return
      await transaction.proposal.update({ where: { id: proposalId }, data: { status: 'approved', decidedById: second.staffId, decidedAt: new Date(at) }, select: { id: true } })
      await placeByHand(transaction, { application, run, schoolCode, proposalId, at })
    })
  }
}

/** Every family its result, and every family's log that it was told: of one officer on one day. */
async function tell(transaction: Transaction, published: PublishedSeason, runId: string, admin: StaffActor, at: number): Promise<void> {
  const { county, year } = published
  const run = await findAllocationRun(transaction, { county }, runId)
  if (!run || !(await markPublished(transaction, run, new Date(at)))) throw new Error('the load is published already')
  const given = await findOverrides(transaction, runId)
  const decisions = await transaction.allocationDecision.findMany({ where: { runId }, select: { applicationId: true, outcome: true, because: true, schoolCode: true } })
  const results = decisions.map(({ applicationId, outcome, because, schoolCode }): NewResult => {
    const byHand = given.get(applicationId)
    const of = { applicationId, county, year, number: 1, runId }
    return byHand === undefined ? { ...of, schoolCode, outcome: allocationOutcome.parse(outcome), because: allocationReason.parse(because) } : { ...of, schoolCode: byHand, outcome: 'by-hand', because: 'DECIDED_BY_HAND' }
  })
  await writeResults(transaction, results, new Date(at))
  await recordAuditOfMany(transaction, { type: 'allocation-published', actor: { kind: 'staff', id: admin.staffId }, county }, results.map((one) => one.applicationId))
}

async function objected(published: PublishedSeason, runId: string, { staffId }: StaffActor, at: number): Promise<void> {
  const told = await db().$queryRaw<{ id: string; result_id: string; guardian_id: string; wrapped_key: string }[]>`
    SELECT a.id::text AS id, r.id::text AS result_id, a.guardian_id::text AS guardian_id, a.wrapped_key FROM admission_results r JOIN applications a ON a.id = r.application_id AND a.wrapped_key IS NOT NULL
    WHERE r.run_id = ${runId}::uuid ORDER BY r.application_id LIMIT ${OBJECTIONS}`
  for (const [place, { id, result_id: resultId, guardian_id: guardianId, wrapped_key: wrapped }] of told.entries()) {
    const application = { id, key: unwrapApplicationKey(wrapped) }
    const complaint = COMPLAINTS[place % COMPLAINTS.length] ?? 'something-else'
    await db().$transaction(async (transaction) => {
      const objectionId = await writeObjection(transaction, { application, resultId, guardianId, complaint, text: '我们家在学校旁边，住了八年，请重新核对地段。', at: at + place * 60_000 })
      if (objectionId === null) return
      await openCase(transaction, { applicationId: id, kind: 'OBJECTION', ground: complaint, objectionId }, published, at + place * 60_000)
      if (place % 3 !== 0) return
      await endObjection(transaction, application, objectionId, { schemaVersion: 1, schoolCode: null, reason: '地段表核对无误。' }, at + 4 * HOUR_MS)
      await transaction.reviewCase.updateMany({ where: { objectionId }, data: { status: 'closed', outcome: 'kept', closedAt: new Date(at + (place + 240) * 60_000), claimedById: staffId } })
    })
  }
}
