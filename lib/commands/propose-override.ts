import 'server-only'
import type { OverrideAllocationContent } from '@/lib/domain/admission'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findApplicationOfCounty } from '@/lib/data/applications'
import { checkPlaceable, isDecisionWaiting, type Meant, type NotPlaceable } from '@/lib/data/by-hand'
import { db } from '@/lib/data/db'
import { addProposal } from '@/lib/data/proposals'
import { holdApplication } from '@/lib/data/returns'

export type ProposeOverrideFailure = { code: NotPlaceable['code'] | 'BY_HAND_WAITING'; field?: string }
type Propose = Meant & { actor: StaffActor; applicationId: string; reason: string; now: Now }

/**
 * A school for one child, beside the run: what does not fit, or what the run decided on wrong facts. Nothing changes
 * for the family before another officer has approved it. Seats are counted as they are now, and once more then.
 */
export async function proposeOverride({ actor, applicationId, runId, resultId, schoolCode, overCapacity, reason, now }: Propose): Promise<Result<{ runId: string }, ProposeOverrideFailure>> {
  return db().$transaction(async (transaction) => {
    await holdApplication(transaction, applicationId)
    const application = await findApplicationOfCounty(actor, applicationId, transaction)
    if (!application) return fail({ code: 'NOT_FOUND' })
    if (await isDecisionWaiting(transaction, applicationId)) return fail({ code: 'BY_HAND_WAITING' })
    const placeable = await checkPlaceable(transaction, actor, application, { runId, resultId, schoolCode, overCapacity })
    if (!placeable.ok) return fail({ ...placeable.failure, ...(placeable.failure.code === 'SCHOOL_FULL' ? { field: 'overCapacity' } : {}) })
    const content: OverrideAllocationContent = { schemaVersion: 1, runId, resultId, schoolCode, overCapacity, reason }
    const proposalId = await addProposal(transaction, { actor, application, kind: 'override-allocation', content, now })
    await recordAudit(transaction, { type: 'override-proposed', actor: auditedAs(actor), application, content: { proposalId, ...content } })
    return succeed({ runId })
  })
}
