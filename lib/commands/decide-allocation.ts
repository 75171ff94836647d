import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { WorkedOut } from '@/lib/domain/allocation'
import { publishAllocationContent } from '@/lib/domain/county-proposals'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit, recordAuditOfMany } from '@/lib/audit/record'
import { writeResults, type NewResult } from '@/lib/data/admission-results'
import { publishableNow, type PublicationObstacle } from '@/lib/data/allocation-now'
import { findOverrides } from '@/lib/data/allocation-overrides'
import { findAllocationRun, holdSeason, markPublished, type AllocationRun } from '@/lib/data/allocation-runs'
import { decideCountyProposal, findCountyProposal } from '@/lib/data/county-proposals'
import { db, type Transaction } from '@/lib/data/db'
import { tellResults } from '@/lib/data/result-messages'
import { LONGEST_PUBLICATION_MS } from '@/lib/data/season-versions'
import { getPublishedSeason } from '@/lib/data/seasons'

export type DecideAllocationFailure = PublicationObstacle | { code: 'NOT_FOUND' | 'NO_SEASON' | 'SAME_OFFICER' | 'CHANGED_MEANWHILE' | 'ALLOCATION_REFUSAL_REASON' }
export type AllocationDecided = { runId: string; outcome: 'published' | 'refused' }

type Decide = { actor: StaffActor; proposalId: string; outcome: 'approved' | 'refused'; note: string; now: Now }

/**
 * The other administrator's word on telling the families. Approved, every child has its result, every guardian a
 * message, and the run is published, in one transaction; nothing of it where the run would come out otherwise now.
 */
export async function decideAllocation({ actor, proposalId, outcome, note, now }: Decide): Promise<Result<AllocationDecided, DecideAllocationFailure>> {
  if (outcome === 'refused' && note === '') return fail({ code: 'ALLOCATION_REFUSAL_REASON' })
  return db().$transaction(
    async (transaction) => {
      const proposal = await findCountyProposal(transaction, actor, proposalId)
      const run = proposal?.kind === 'publish-allocation' && proposal.subjectId ? await findAllocationRun(transaction, actor, proposal.subjectId) : null
      if (!proposal || !run) return fail({ code: 'NOT_FOUND' })
      const decision = { actor, proposal, outcome, note, now }
      if (outcome === 'refused') {
        const decided = await decideCountyProposal(transaction, decision)
        if (!decided.ok) return decided
        await recordAudit(transaction, { type: 'allocation-refused', actor: auditedAs(actor), county: actor.county, content: { run: run.number, note } })
        return succeed({ runId: run.id, outcome: 'refused' })
      }
      const published = await getPublishedSeason(run.county, run.year, transaction)
      if (!published) return fail({ code: 'NO_SEASON' })
      await holdSeason(transaction, published)
      const publishable = await publishableNow(transaction, published, run, now.season)
      if (!publishable.ok) return publishable
      if (publishAllocationContent.parse(proposal.content).decisionsHash !== run.decisionsHash) return fail({ code: 'CHANGED_MEANWHILE' })
      const decided = await decideCountyProposal(transaction, decision)
      if (!decided.ok) return decided
      await publish(transaction, { actor, run, worked: publishable.value, at: now.season })
      return succeed({ runId: run.id, outcome: 'published' })
    },
    { timeout: LONGEST_PUBLICATION_MS },
  )
}

type Publish = { actor: StaffActor; run: AllocationRun; worked: WorkedOut; at: number }

/** The run's decisions, but where two officers have decided one by hand. The caller holds the season and has found nothing in the way. */
async function publish(transaction: Transaction, { actor, run, worked, at }: Publish): Promise<void> {
  const { id: runId, county, year } = run
  if (!(await markPublished(transaction, run, new Date(at)))) throw new Error('a run that was found publishable under the lock is published already')
  // After the run's row is taken: a decision by hand that is approved at this moment is in, or comes after the publication.
  const overrides = await findOverrides(transaction, runId)
  const results = worked.lines.map(({ id: applicationId, outcome, because, school }): NewResult => {
    const decided = overrides.get(applicationId)
    const of = { applicationId, county, year, number: 1, runId }
    return decided === undefined ? { ...of, outcome, because, schoolCode: school } : { ...of, outcome: 'by-hand', because: 'DECIDED_BY_HAND', schoolCode: decided }
  })
  await writeResults(transaction, results, new Date(at))
  await tellResults(transaction, runId, at)
  const told = { type: 'allocation-published', actor: auditedAs(actor), county } as const
  await recordAudit(transaction, { ...told, content: { run: run.number, seed: run.seed, inputsHash: run.inputsHash, decisionsHash: run.decisionsHash, results: results.length, byHand: overrides.size } })
  await recordAuditOfMany(transaction, { ...told, actor: { kind: 'staff', id: actor.staffId } }, results.map(({ applicationId }) => applicationId))
}
