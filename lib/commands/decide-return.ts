import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { returnSubmissionContent, type ReturnSubmissionContent } from '@/lib/domain/proposals'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { seasonPhase } from '@/lib/domain/season-phase'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { childAs, findApplicationOfCounty, type Application } from '@/lib/data/applications'
import { closeCasesOfSubmission } from '@/lib/data/cases'
import { db, type Transaction } from '@/lib/data/db'
import { readIdNumber } from '@/lib/data/guardians'
import { listApplication } from '@/lib/data/listings'
import { writeMessage } from '@/lib/data/messages'
import { addProposal, findProposal, markDecided, readProposal } from '@/lib/data/proposals'
import { findHolding, holdApplication, isByAdministrator } from '@/lib/data/returns'
import { getPublishedSeason } from '@/lib/data/seasons'

export type DecideReturnFailure = { code: 'NOT_FOUND' | 'SAME_OFFICER' | 'CHANGED_MEANWHILE' | 'RETURN_CLOSED' | 'RETURN_REFUSAL_REASON' }
/** `taken-up`: a reviewer's proposal is an administrator's now, and waits for the other one */
export type ReturnDecided = { applicationId: string; outcome: 'returned' | 'refused' | 'taken-up' }

type Decide = { actor: StaffActor; proposalId: string; outcome: 'approved' | 'refused'; note: string; now: Now }

/**
 * The other administrator's word on sending a submission back, while the season is open. Approved, the family may correct
 * and submit once more; what it submitted holds until then, and for good if it never does. What a reviewer proposed
 * becomes the proposal of the administrator who agrees, so that two of them stand behind every return.
 */
export async function decideReturn({ actor, proposalId, outcome, note, now }: Decide): Promise<Result<ReturnDecided, DecideReturnFailure>> {
  if (outcome === 'refused' && note === '') return fail({ code: 'RETURN_REFUSAL_REASON' })
  return db().$transaction(async (transaction) => {
    const proposal = await findProposal(transaction, actor, proposalId)
    if (proposal?.kind !== 'return-submission') return fail({ code: 'NOT_FOUND' })
    await holdApplication(transaction, proposal.applicationId)
    const application = await findApplicationOfCounty(actor, proposal.applicationId, transaction)
    if (!application) return fail({ code: 'NOT_FOUND' })
    const { id: applicationId, key } = application
    const content = await readProposal(transaction, proposal, key, returnSubmissionContent)
    const published = await getPublishedSeason(application.county, application.year, transaction)
    const closesAt = published && seasonPhase(published.season.settings, now.season) === 'open' ? published.season.settings.closesAt : null
    if (outcome === 'approved') {
      if (closesAt === null) return fail({ code: 'RETURN_CLOSED' })
      const holding = await findHolding(transaction, application)
      if (application.status !== 'submitted' || holding?.id !== content.submissionId) return fail({ code: 'CHANGED_MEANWHILE' })
    }
    const decided = await markDecided(transaction, { actor, proposal, key, outcome, note, now })
    if (!decided.ok) return decided
    if (outcome === 'refused' || closesAt === null) {
      await recordAudit(transaction, { type: 'proposal-refused', actor: auditedAs(actor), application, content: { kind: proposal.kind, note } })
      return succeed({ applicationId, outcome: 'refused' })
    }
    if (!(await isByAdministrator(transaction, proposal))) {
      await addProposal(transaction, { actor, application, kind: proposal.kind, content, now })
      await recordAudit(transaction, { type: 'return-proposed', actor: auditedAs(actor), application, content: { reason: content.reason } })
      return succeed({ applicationId, outcome: 'taken-up' })
    }
    await sendBack(transaction, { actor, application, content, closesAt, now })
    return succeed({ applicationId, outcome: 'returned' })
  })
}

type SendBack = { actor: StaffActor; application: Application; content: ReturnSubmissionContent; closesAt: number; now: Now }

/** Opens the answers again and tells the family. The caller holds the application, which is submitted. */
async function sendBack(transaction: Transaction, { actor, application, content: { submissionId, reason }, closesAt, now }: SendBack): Promise<void> {
  const at = new Date(now.season)
  const { id, guardianId } = application
  await transaction.application.update({ where: { id }, data: { status: 'returned', version: { increment: 1 }, updatedAt: at }, select: { id: true } })
  // What is confirmed once more is read once more.
  await transaction.confirmation.deleteMany({ where: { applicationId: id } })
  await closeCasesOfSubmission(transaction, submissionId, at)
  await recordAudit(transaction, { type: 'submission-returned', actor: auditedAs(actor), application, content: { reason } })
  const child = childAs(application, await readIdNumber(transaction, guardianId))
  await writeMessage(transaction, { guardianId, application, at: now.season, sms: true, code: 'submission-returned', content: { child, reason, closesAt } })
  await listApplication(transaction, id, now.season)
}
