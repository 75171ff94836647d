import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { AppealKind } from '@/lib/rules'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { maskIdNumber } from '@/lib/domain/privacy'
import { checkCode, receiptNumber } from '@/lib/domain/receipt'
import type { SubmissionContent } from '@/lib/domain/submission'
import { closeOpenAppeals } from './appeals'
import { childAs, type Application } from './applications'
import { openAudit } from './audits'
import { keyedDigest } from './cipher'
import type { Confirmation } from './confirmations'
import type { Transaction } from './db'
import { listOtherGuardians } from './guardians'
import { writeContent } from './json'
import { listApplication, listOtherDrafts } from './listings'
import { writeMessage } from './messages'
import type { PublishedSeason } from './seasons'

type Write = {
  /** whose submission it is, with the officer who acted for this guardian where one did */
  actor: GuardianActor
  application: Application
  published: PublishedSeason
  confirmation: Confirmation
  now: Now
  /** of a registration that the desk completes after the close: the second officer, and as of when it was judged */
  completed?: NonNullable<SubmissionContent['completed']>
}

/** What the caller writes down of it: the receipt with what was decided, and the appeals that ended with it. */
export type WrittenSubmission = { content: { receiptNumber: string; round: number; category: string; placement: string; row: string | null }; ended: readonly { kind: AppealKind }[] }

/**
 * Freezes what was shown into a submission, in the caller's transaction, with all that follows from it but the audit event,
 * which is the caller's: appeals that nobody waits for end, the guardians are told, the lists are written
 * anew, and what is to be checked lies in the queue.
 * @returns null when the draft was changed or submitted since it was read; nothing was written then
 */
export async function writeSubmission(transaction: Transaction, write: Write): Promise<WrittenSubmission | null> {
  const { actor, application, published, confirmation, now } = write
  const submittedAt = new Date(now.season)
  const moved = await transaction.application.updateMany({
    where: { id: application.id, status: application.status, version: application.version },
    data: { status: 'submitted', version: { increment: 1 }, updatedAt: submittedAt },
  })
  if (moved.count === 0) return null

  const { facts, determination, shown } = confirmation
  const content: SubmissionContent = {
    schemaVersion: 1,
    answers: application.answers,
    shown,
    facts,
    determination,
    ...restsOn(application),
    agreementVersion: application.answers.agreement?.version ?? '',
    assistedBy: actor.assisted?.officer ?? null,
    completed: write.completed ?? null,
  }
  const number = receiptNumber(application.county, application.year, randomBytes(8))
  const { placement } = determination
  const categoryRow = determination.category?.row ?? ''
  // Of this application's own rounds: another guardian's first is a first too, and there is one first a child and year.
  const round = (await transaction.submission.count({ where: { applicationId: application.id } })) + 1
  const { id } = await transaction.submission.create({
    data: {
      applicationId: application.id,
      studentId: application.studentId,
      guardianId: actor.guardianId,
      county: application.county,
      year: application.year,
      round,
      receiptNumber: number,
      checkCode: checkCode(createHash('sha256').update(keyedDigest('receipt', `${number}:${JSON.stringify(content)}`)).digest()),
      submittedAt,
      basis: facts.choice.basis,
      categoryRow,
      placementStatus: placement.status,
      schoolCode: placement.schools.length === 1 ? placement.schools[0] : null,
      catchmentRow: placement.row,
      seasonVersionId: published.versionId,
      assistedById: actor.assisted?.staffId ?? null,
      contentCipher: writeContent(application.key, 'submission', content),
    },
    select: { id: true },
  })
  const ended = await endAppeals(transaction, write)
  await tellGuardians(transaction, write, { number, round })
  await listApplication(transaction, application.id, now.season)
  await listOtherDrafts(transaction, application, now.season)
  await openAudit(transaction, { application, submission: { id, placementStatus: placement.status, establishmentIds: content.establishmentIds }, published, at: now.season })
  return { content: { receiptNumber: number, round, category: categoryRow, placement: placement.status, row: placement.row }, ended }
}

/** What the submission rests on, by id: the registries' newest answers, and what the county established beside them. */
function restsOn({ answers: { bound = [], noMaterials }, findings, established }: Application): Pick<SubmissionContent, 'findingIds' | 'establishmentIds'> {
  const ofProof = (proof: (typeof bound)[number]['proof']) => bound.filter((one) => one.proof === proof).map((one) => one.sourceId)
  const { kinship: _newestOnly, ...asked } = findings
  return {
    findingIds: [...Object.values(asked).map((finding) => finding?.id), ...ofProof('REGISTRY')].filter((id) => id !== undefined),
    establishmentIds: [established.record?.id, noMaterials?.establishmentId, ...ofProof('APPEAL'), ...[...established.properties, ...established.matches].map((one) => one.id)].filter((id) => id !== undefined),
  }
}

/** An appeal that did not hold the family (another basis was chosen) has nothing left to be decided. */
async function endAppeals(transaction: Transaction, { actor, application, now }: Write): Promise<{ kind: AppealKind }[]> {
  const ended = await closeOpenAppeals(transaction, application, new Date(now.season))
  for (const { kind } of ended) {
    await writeMessage(transaction, { guardianId: actor.guardianId, application, at: now.season, sms: false, code: 'appeal-closed-by-submission', content: { child: childAs(application, actor.idNumber), kind } })
  }
  return ended
}

/** The one whose submission it is gets the receipt's number; the others on the record learn once that it was done, as on their page. */
async function tellGuardians(transaction: Transaction, { actor, application, completed, now }: Write, { number, round }: { number: string; round: number }): Promise<void> {
  const told = { application, at: now.season, sms: true } as const
  await writeMessage(transaction, { ...told, guardianId: actor.guardianId, code: completed ? 'registration-completed' : 'application-submitted', content: { child: childAs(application, actor.idNumber), receiptNumber: number } })
  if (round > 1) return
  for (const guardianId of await listOtherGuardians(transaction, application.studentId, actor)) {
    await writeMessage(transaction, { ...told, guardianId, code: 'submitted-by-other', content: { child: maskIdNumber(application.studentIdNumber) } })
  }
}
