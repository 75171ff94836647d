import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { giveCaseTo, holdCase } from '@/lib/data/claims'
import { db } from '@/lib/data/db'

export type ClaimFailure = { code: 'NOT_FOUND' | 'CASE_DECIDED' | 'CASE_TAKEN' | 'CASE_PROPOSED' }

/** A reviewer takes this very case in hand; pressed again, its time begins anew. */
export async function claimCase({ actor, caseId, now }: { actor: StaffActor; caseId: string; now: Now }): Promise<Result<{ caseId: string }, ClaimFailure>> {
  return db().$transaction(async (transaction) => {
    const held = await holdCase(transaction, actor, caseId, now.real)
    if (!held) return fail({ code: 'NOT_FOUND' })
    if (!held.open) return fail({ code: 'CASE_DECIDED' })
    if (held.answerId !== null) return fail({ code: 'CASE_PROPOSED' })
    if (held.holderId !== null && held.holderId !== actor.staffId) return fail({ code: 'CASE_TAKEN' })
    await giveCaseTo(transaction, held, actor.staffId, now.real)
    if (held.holderId === null) await recordAudit(transaction, { type: 'case-claimed', actor: auditedAs(actor), application: held.application, content: { caseId } })
    return succeed({ caseId })
  })
}
