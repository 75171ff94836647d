import 'server-only'
import { returnSubmissionContent } from '@/lib/domain/proposals'
import { hasRight } from '@/lib/domain/staff'
import type { Application } from './applications'
import { listVerdicts, type CheckVerdict } from './case-verdicts'
import type { Db } from './db'
import { readContent } from './json'

/** A submission as those read it who look back: how its checks went, and why it was sent back where it was. */
export type SubmissionRound = { round: number; submittedAt: number; receiptNumber: string; checks: readonly CheckVerdict[]; returned: { at: number; by: string; reason: string } | null }

/** Every round of a registration, the newest first. */
export async function listSubmissionRounds(on: Db, application: Pick<Application, 'id' | 'key'>): Promise<SubmissionRound[]> {
  const rows = await on.submission.findMany({ where: { applicationId: application.id }, select: { id: true, round: true, submittedAt: true, receiptNumber: true }, orderBy: { round: 'desc' } })
  const verdicts = await listVerdicts(on, application, rows.map((row) => row.id))
  const returns = await listReturns(on, application)
  return rows.map(({ id, submittedAt, ...row }) => ({
    ...row,
    submittedAt: submittedAt.getTime(),
    checks: verdicts.filter((one) => one.submissionId === id),
    returned: returns.find((one) => one.submissionId === id) ?? null,
  }))
}

/** The returns on which two administrators agreed, with the name of the second. What a reviewer had proposed was only taken up by the first of them. */
async function listReturns(on: Db, { id, key }: Pick<Application, 'id' | 'key'>): Promise<{ submissionId: string; at: number; by: string; reason: string }[]> {
  const rows = await on.proposal.findMany({
    where: { applicationId: id, kind: 'return-submission', status: 'approved' },
    select: { contentCipher: true, proposedById: true, decidedAt: true, decidedById: true },
  })
  if (rows.length === 0) return []
  const officers = await on.staffAccount.findMany({ where: { id: { in: rows.flatMap((row) => [row.proposedById, row.decidedById ?? row.proposedById]) } }, select: { id: true, name: true, role: true } })
  const officer = (one: string | null) => officers.find(({ id: staffId }) => staffId === one)
  return rows.flatMap(({ contentCipher, proposedById, decidedAt, decidedById }) => {
    const first = officer(proposedById)
    if (!first || !hasRight(first.role, 'returnSubmission') || !decidedAt) return []
    const { submissionId, reason } = readContent(key, 'proposal', contentCipher, returnSubmissionContent)
    return [{ submissionId, reason, at: decidedAt.getTime(), by: officer(decidedById)?.name ?? '' }]
  })
}
