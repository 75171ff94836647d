import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { endingContent } from '@/lib/domain/completion'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { closeOpenAppeals } from '@/lib/data/appeals'
import { listCompletableOf, type Completable } from '@/lib/data/completions'
import { db, type Transaction } from '@/lib/data/db'
import { isEntryWaiting } from '@/lib/data/endings'
import { listApplication } from '@/lib/data/listings'
import { writeMessage } from '@/lib/data/messages'
import { findProposal, markDecided, readProposal } from '@/lib/data/proposals'
import { holdApplication } from '@/lib/data/returns'

type Failure = { code: 'NOT_FOUND' | 'SAME_OFFICER' | 'CHANGED_MEANWHILE' | 'ENDING_APPEAL_WAITING' | 'ENDING_ENTRY_WAITING' | 'REFUSAL_NOTE_MISSING'; field?: 'note' }
type Input = { actor: StaffActor; proposalId: string; outcome: 'approved' | 'refused'; note: string; now: Now }

/**
 * The second officer's word on ending what cannot be completed. Approved, the registration is discarded and the family
 * is told why; refused, which needs a note to the colleague, it stays the desk's to complete.
 */
export async function decideEnding({ actor, proposalId, outcome, note, now }: Input): Promise<Result<null, Failure>> {
  if (outcome === 'refused' && note.trim() === '') return fail({ code: 'REFUSAL_NOTE_MISSING', field: 'note' })
  return db().$transaction(async (transaction) => {
    const proposal = await findProposal(transaction, actor, proposalId)
    if (proposal?.kind !== 'ending') return fail({ code: 'NOT_FOUND' })
    await holdApplication(transaction, proposal.applicationId)
    const [open] = await listCompletableOf(transaction, actor.county, now.season, proposal.applicationId)
    // Discarded by the family, or registered by another guardian: nothing is left to be decided.
    if (!open) return fail({ code: 'CHANGED_MEANWHILE' })
    if (outcome === 'approved' && open.waiting) return fail({ code: 'ENDING_APPEAL_WAITING' })
    const { application } = open
    if (outcome === 'approved' && (await isEntryWaiting(transaction, application))) return fail({ code: 'ENDING_ENTRY_WAITING' })
    const decided = await markDecided(transaction, { actor, proposal, key: application.key, outcome, note: note.trim(), now })
    if (!decided.ok) return decided
    await recordAudit(transaction, { type: `proposal-${outcome}`, actor: auditedAs(actor), application, content: { kind: proposal.kind, proposalId, note: note.trim() } })
    if (outcome === 'approved') await end(transaction, { actor, open, reason: (await readProposal(transaction, proposal, application.key, endingContent)).reason, now })
    return succeed(null)
  })
}

type End = { actor: StaffActor; open: Completable; reason: string; now: Now }

/** The draft's row is held: what was open a moment ago still is. */
async function end(transaction: Transaction, { actor, open: { application, guardian, child }, reason, now }: End): Promise<void> {
  const at = new Date(now.season)
  await transaction.application.update({ where: { id: application.id, status: 'draft' }, data: { status: 'withdrawn', version: { increment: 1 }, updatedAt: at }, select: { id: true } })
  await transaction.confirmation.deleteMany({ where: { applicationId: application.id } })
  for (const { kind } of await closeOpenAppeals(transaction, application, at)) {
    await recordAudit(transaction, { type: 'appeal-withdrawn', actor: { kind: 'system' }, application, content: { kind } })
  }
  await recordAudit(transaction, { type: 'application-withdrawn', actor: auditedAs(actor), application, content: { reason } })
  await writeMessage(transaction, { guardianId: guardian.guardianId, application, at: now.season, sms: true, code: 'registration-ended', content: { child, reason } })
  await listApplication(transaction, application.id, now.season)
}
