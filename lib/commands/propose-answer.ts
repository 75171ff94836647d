import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { AnswerObjectionContent } from '@/lib/domain/objections'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findResult } from '@/lib/data/admission-results'
import { checkPlaceable, isDecisionWaiting, type NotPlaceable } from '@/lib/data/by-hand'
import { layAnswerBefore } from '@/lib/data/cases'
import { holdCase } from '@/lib/data/claims'
import { db } from '@/lib/data/db'
import { addProposal } from '@/lib/data/proposals'

export type ProposeAnswerFailure = { code: NotPlaceable['code'] | 'CASE_DECIDED' | 'CASE_NOT_YOURS' | 'CASE_PROPOSED' | 'BY_HAND_WAITING' | 'ANSWER_REASON_MISSING'; field?: string }

/** `resultId`: the result that was read; `schoolCode`: null where it holds. */
type Propose = { actor: StaffActor; caseId: string; resultId: string; schoolCode: string | null; overCapacity: boolean; reason: string; now: Now }

/**
 * What a reviewer would answer to an objection, in words that the family reads: the result holds, or the child gets
 * another school. It lies before a second officer then; until that one has decided the case is in nobody's queue.
 */
export async function proposeAnswer({ actor, caseId, resultId, schoolCode, overCapacity, reason: written, now }: Propose): Promise<Result<{ caseId: string }, ProposeAnswerFailure>> {
  const reason = written.trim()
  if (reason === '') return fail({ code: 'ANSWER_REASON_MISSING' })
  return db().$transaction(async (transaction) => {
    // Application before case, as everywhere: the family may be taking its objection back at this moment.
    await transaction.$executeRaw`SELECT a.id FROM applications a JOIN review_cases c ON c.application_id = a.id WHERE c.id = ${caseId}::uuid AND c.county = ${actor.county} FOR NO KEY UPDATE OF a`
    const held = await holdCase(transaction, actor, caseId, now.real)
    if (!held?.objectionId) return fail({ code: 'NOT_FOUND' })
    if (!held.open) return fail({ code: 'CASE_DECIDED' })
    if (held.answerId !== null) return fail({ code: 'CASE_PROPOSED' })
    if (held.holderId !== actor.staffId) return fail({ code: 'CASE_NOT_YOURS' })
    const { application, objectionId } = held
    if (await isDecisionWaiting(transaction, application.id)) return fail({ code: 'BY_HAND_WAITING' })
    const result = await findResult(transaction, application.id)
    if (!result || result.id !== resultId) return fail({ code: 'RESULT_CHANGED' })
    const placeable = schoolCode === null ? succeed(null) : await checkPlaceable(transaction, actor, application, { runId: result.runId, resultId, schoolCode, overCapacity })
    if (!placeable.ok) return fail({ ...placeable.failure, ...(placeable.failure.code === 'SCHOOL_FULL' ? { field: 'overCapacity' } : {}) })
    const content: AnswerObjectionContent = { schemaVersion: 1, objectionId, resultId, schoolCode, overCapacity, reason }
    const proposalId = await addProposal(transaction, { actor, application, kind: 'answer-objection', content, now })
    await layAnswerBefore(transaction, caseId, proposalId)
    await recordAudit(transaction, { type: 'objection-proposed', actor: auditedAs(actor), application, content: { proposalId, ...content } })
    return succeed({ caseId })
  })
}
