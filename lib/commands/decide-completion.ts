import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findProposedCompletion, type ProposedCompletion } from '@/lib/data/completions'
import { db, isUniqueViolation, type Transaction } from '@/lib/data/db'
import { markDecided } from '@/lib/data/proposals'
import { writeSubmission } from '@/lib/data/write-submission'

type Failure = { code: 'NOT_FOUND' | 'SAME_OFFICER' | 'CHANGED_MEANWHILE' | 'COMPLETION_CHANGED' | 'CHILD_SUBMITTED' | 'REFUSAL_NOTE_MISSING'; field?: 'note' }
type Input = { actor: StaffActor; proposalId: string; outcome: 'approved' | 'refused'; note: string; now: Now }

/**
 * The second officer's word on a registration that was completed after the close. Approved, what was read and
 * submitted at the desk becomes the submission, judged as of when the appeal was sent; if anything in it has changed since,
 * it does not, and is read and submitted again. Sent back, it needs a note to the colleague.
 */
export async function decideCompletion(input: Input): Promise<Result<null, Failure>> {
  if (input.outcome === 'refused' && input.note.trim() === '') return fail({ code: 'REFUSAL_NOTE_MISSING', field: 'note' })
  try {
    return await db().$transaction((transaction) => decide(transaction, input))
  } catch (error) {
    // Another guardian's registration of the child was completed at this moment.
    if (isUniqueViolation(error)) return fail({ code: 'CHILD_SUBMITTED' })
    throw error
  }
}

async function decide(transaction: Transaction, { actor, proposalId, outcome, note, now }: Input): Promise<Result<null, Failure>> {
  // Application first, as everywhere: the family may be withdrawing it at this moment.
  await transaction.$executeRaw`SELECT a.id FROM applications a JOIN proposals p ON p.application_id = a.id WHERE p.id = ${proposalId}::uuid FOR NO KEY UPDATE OF a`
  const found = await findProposedCompletion(transaction, actor, proposalId)
  if (!found) return fail({ code: 'NOT_FOUND' })
  const { proposal, application, isCurrent } = found
  if (outcome === 'approved' && !isCurrent) return fail({ code: 'COMPLETION_CHANGED' })
  const decided = await markDecided(transaction, { actor, proposal, key: application.key, outcome, note: note.trim(), now })
  if (!decided.ok) return decided
  await recordAudit(transaction, { type: `proposal-${outcome}`, actor: auditedAs(actor), application, content: { kind: 'completion', proposalId, note: note.trim() } })
  if (outcome === 'approved') await submit(transaction, actor, found, now)
  return succeed(null)
}

/** The draft's row is held: what was current a moment ago still is. */
async function submit(transaction: Transaction, actor: StaffActor, { guardian, application, published, content, confirmation }: ProposedCompletion, now: Now): Promise<void> {
  const completed = { approvedBy: actor.name, judgedAt: content.judgedAt }
  const written = confirmation && (await writeSubmission(transaction, { actor: guardian, application, published, confirmation, now, completed }))
  if (!written) throw new Error('a held draft was not there to be submitted')
  await recordAudit(transaction, { type: 'application-submitted', actor: { kind: 'staff', id: actor.staffId, onBehalfOf: guardian.guardianId }, application, content: { ...written.content, ...completed, completedBy: guardian.assisted.officer } })
  for (const ended of written.ended) await recordAudit(transaction, { type: 'appeal-withdrawn', actor: { kind: 'system' }, application, content: ended })
}
