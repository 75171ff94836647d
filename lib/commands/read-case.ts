import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findCaseFile, type CaseFile } from '@/lib/data/case-file'
import { listNotes, type CaseNote } from '@/lib/data/case-notes'
import { extendClaimOf } from '@/lib/data/claims'
import { db } from '@/lib/data/db'
import { findFiledAnswers, type FiledAnswers } from '@/lib/data/filed-answers'
import { relatedApplications, type RelatedApplications } from '@/lib/data/related-applications'
import { isReturnOpen } from '@/lib/data/returns'
import { listSiblings, type Sibling } from '@/lib/data/siblings'
import { listWithdrawals, type Withdrawal } from '@/lib/data/withdrawals'

export type OpenedCase = { file: CaseFile; related: RelatedApplications; /** of an objection: the family's other children in the run */ siblings: readonly Sibling[]; notes: readonly CaseNote[]; withdrawals: readonly Withdrawal[]; /** of a submission: whether it can still go back to its family */ returnable: boolean; answers: FiledAnswers }

/**
 * A case as its reviewer reads it, and that it was read: of this family, and of each other one that is shown beside it (P4).
 * Whoever has it in hand has the whole time again. Null for another county's, which is not there at all.
 */
export async function readCase({ actor, caseId, now }: { actor: StaffActor; caseId: string; now: Now }): Promise<OpenedCase | null> {
  return db().$transaction(async (transaction) => {
    await extendClaimOf(transaction, actor, caseId, now.real)
    const file = await findCaseFile(transaction, actor, caseId, now.real)
    if (!file) return null
    const { application } = file
    const related = await relatedApplications(transaction, actor, application, file.is === 'appeal' ? file.appeal.claim : null)
    await recordAudit(transaction, { type: 'case-opened', actor: auditedAs(actor), application, content: { caseId, kind: file.kind, round: file.round } })
    for (const one of related.here) await recordAudit(transaction, { type: 'application-opened', actor: auditedAs(actor), application: one, content: { beside: application.id, because: one.because } })
    const siblings = file.is === 'objection' ? await listSiblings(transaction, file.contested.run.id, related) : []
    return { file, related, siblings, notes: await listNotes(transaction, application), withdrawals: await listWithdrawals(transaction, application), returnable: await isReturnOpen(transaction, application, now.season), answers: await findFiledAnswers(transaction, application, file.is === 'submission' ? file.submission.submittedAt : null) }
  })
}
