import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { freeCase, holdCase } from '@/lib/data/claims'
import { db } from '@/lib/data/db'

export type ReleaseFailure = { code: 'NOT_FOUND' | 'CASE_DECIDED' | 'CASE_NOT_YOURS' }

/** 「放回队列」: a case that one has in hand is anybody's again. */
export async function releaseCase({ actor, caseId, now }: { actor: StaffActor; caseId: string; now: Now }): Promise<Result<{ caseId: string }, ReleaseFailure>> {
  return db().$transaction(async (transaction) => {
    const held = await holdCase(transaction, actor, caseId, now.real)
    if (!held) return fail({ code: 'NOT_FOUND' })
    if (!held.open) return fail({ code: 'CASE_DECIDED' })
    if (held.holderId !== actor.staffId) return fail({ code: 'CASE_NOT_YOURS' })
    await freeCase(transaction, held)
    await recordAudit(transaction, { type: 'case-released', actor: auditedAs(actor), application: held.application, content: { caseId } })
    return succeed({ caseId })
  })
}
