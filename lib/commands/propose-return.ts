import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { ReturnSubmissionContent } from '@/lib/domain/proposals'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findApplicationOfCounty } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { addProposal, listWaitingProposals } from '@/lib/data/proposals'
import { findHolding, holdApplication, isReturnOpen } from '@/lib/data/returns'

export type ProposeReturnFailure = { code: 'NOT_FOUND' | 'RETURN_NOT_SUBMITTED' | 'RETURN_CLOSED' | 'RETURN_WAITING' }

type Propose = { actor: StaffActor; applicationId: string; reason: string; now: Now }

/** The first of the two administrators that sending a submission back takes; nothing changes for the family yet. */
export async function proposeReturn({ actor, applicationId, reason, now }: Propose): Promise<Result<{ proposalId: string }, ProposeReturnFailure>> {
  return db().$transaction(async (transaction) => {
    await holdApplication(transaction, applicationId)
    const application = await findApplicationOfCounty(actor, applicationId, transaction)
    if (!application) return fail({ code: 'NOT_FOUND' })
    const holding = await findHolding(transaction, application)
    if (application.status !== 'submitted' || !holding) return fail({ code: 'RETURN_NOT_SUBMITTED' })
    if (!(await isReturnOpen(transaction, application, now.season))) return fail({ code: 'RETURN_CLOSED' })
    const waiting = await listWaitingProposals(transaction, actor, { kinds: ['return-submission'], applicationId })
    if (waiting.length > 0) return fail({ code: 'RETURN_WAITING' })
    const content: ReturnSubmissionContent = { schemaVersion: 1, submissionId: holding.id, reason }
    const proposalId = await addProposal(transaction, { actor, application, kind: 'return-submission', content, now })
    await recordAudit(transaction, { type: 'return-proposed', actor: auditedAs(actor), application, content: { round: holding.round, reason } })
    return succeed({ proposalId })
  })
}
