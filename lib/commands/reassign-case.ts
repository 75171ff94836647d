import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { giveCaseTo, holdCase } from '@/lib/data/claims'
import { db } from '@/lib/data/db'
import { listReviewers } from '@/lib/data/staff'

export type ReassignFailure = { code: 'NOT_FOUND' | 'CASE_DECIDED' | 'NO_SUCH_REVIEWER' }

/** An administrator gives a case to a reviewer of the same county, whoever has it in hand. */
export async function reassignCase({ actor, caseId, to, now }: { actor: StaffActor; caseId: string; to: string; now: Now }): Promise<Result<{ caseId: string }, ReassignFailure>> {
  return db().$transaction(async (transaction) => {
    const held = await holdCase(transaction, actor, caseId, now.real)
    if (!held) return fail({ code: 'NOT_FOUND' })
    if (!held.open) return fail({ code: 'CASE_DECIDED' })
    const reviewers = await listReviewers(transaction, actor)
    if (!reviewers.some((reviewer) => reviewer.id === to)) return fail({ code: 'NO_SUCH_REVIEWER' })
    await giveCaseTo(transaction, held, to, now.real)
    await recordAudit(transaction, { type: 'case-reassigned', actor: auditedAs(actor), application: held.application, content: { caseId, from: held.holderId, to } })
    return succeed({ caseId })
  })
}
