import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { AuditOutcome } from '@/lib/domain/cases'
import type { ReturnSubmissionContent } from '@/lib/domain/proposals'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { closeCasesOfSubmission, closeCheck } from '@/lib/data/cases'
import { holdCase, type HeldCase } from '@/lib/data/claims'
import { db, type Transaction } from '@/lib/data/db'
import { writeContent } from '@/lib/data/json'
import { addProposal, listWaitingProposals } from '@/lib/data/proposals'

export type DecideAuditFailure = { code: 'NOT_FOUND' | 'CASE_DECIDED' | 'CASE_NOT_YOURS' | 'REASON_MISSING' | 'RETURN_ALREADY_PROPOSED' }

type Input = {
  actor: StaffActor
  caseId: string
  outcome: AuditOutcome
  /** of a proposal to return it; a confirmation may have one */
  reason: string
  now: Now
}

/**
 * What a reviewer says of a submission that was checked: it is confirmed, or its return is proposed, which two others
 * decide. The submission itself stays as it is. Verdict, proposal and audit event are one transaction.
 */
export async function decideAudit({ actor, caseId, outcome, reason: written, now }: Input): Promise<Result<{ caseId: string }, DecideAuditFailure>> {
  const reason = written.trim()
  if (outcome === 'proposed-for-return' && reason === '') return fail({ code: 'REASON_MISSING' })
  return db().$transaction(async (transaction) => {
    // Application before case, as everywhere: somebody else may be proposing its return at this moment.
    await transaction.$executeRaw`SELECT a.id FROM applications a JOIN review_cases c ON c.application_id = a.id WHERE c.id = ${caseId}::uuid AND c.county = ${actor.county} FOR NO KEY UPDATE OF a`
    const held = await holdCase(transaction, actor, caseId, now.real)
    if (!held?.submissionId) return fail({ code: 'NOT_FOUND' })
    if (!held.open) return fail({ code: 'CASE_DECIDED' })
    if (held.holderId !== actor.staffId) return fail({ code: 'CASE_NOT_YOURS' })
    const { application, submissionId } = held
    if (outcome === 'proposed-for-return') {
      const waiting = await listWaitingProposals(transaction, actor, { kinds: ['return-submission'], applicationId: application.id }, 1)
      if (waiting.length > 0) return fail({ code: 'RETURN_ALREADY_PROPOSED' })
      const content: ReturnSubmissionContent = { schemaVersion: 1, submissionId, reason }
      await addProposal(transaction, { actor, application, kind: 'return-submission', content, now })
    }
    await writeVerdict(transaction, { actor, held, outcome, reason, now })
    const at = new Date(now.season)
    await closeCheck(transaction, caseId, outcome, at)
    await closeCasesOfSubmission(transaction, submissionId, at)
    return succeed({ caseId })
  })
}

type Verdict = { actor: StaffActor; held: HeldCase; outcome: AuditOutcome; reason: string; now: Now }

async function writeVerdict(transaction: Transaction, { actor, held: { id: caseId, application }, outcome, reason, now }: Verdict): Promise<void> {
  await transaction.caseVerdict.create({
    data: { caseId, outcome, decidedAt: new Date(now.season), decidedById: actor.staffId, contentCipher: writeContent(application.key, 'case-verdict', { schemaVersion: 1, reason }) },
    select: { caseId: true },
  })
  await recordAudit(transaction, { type: outcome === 'confirmed' ? 'submission-confirmed' : 'return-proposed', actor: auditedAs(actor), application, content: { caseId, by: actor.name, reason } })
}
