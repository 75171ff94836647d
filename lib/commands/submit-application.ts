import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { RefusalCode } from '@/lib/rules'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { furthestStep } from '@/lib/domain/journey'
import { readingLeft } from '@/lib/domain/reading'
import { maskIdNumber } from '@/lib/domain/privacy'
import { checkCode, receiptNumber } from '@/lib/domain/receipt'
import { fail, succeed, type Result } from '@/lib/domain/result'
import type { SubmissionContent } from '@/lib/domain/submission'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { closeOpenAppeals } from '@/lib/data/appeals'
import { openAudit } from '@/lib/data/audits'
import { childAs, findApplication, type Application } from '@/lib/data/applications'
import { prepareConfirmation, type Confirmation } from '@/lib/data/confirmations'
import { keyedDigest } from '@/lib/data/cipher'
import { db, isUniqueViolation, type Transaction } from '@/lib/data/db'
import { listOtherGuardians } from '@/lib/data/guardians'
import { writeContent } from '@/lib/data/json'
import { listApplication, listOtherDrafts } from '@/lib/data/listings'
import { writeMessage } from '@/lib/data/messages'
import { getPublishedSeason, type PublishedSeason } from '@/lib/data/seasons'
import { findSubmissionOfChild } from '@/lib/data/submissions'

export type SubmitFailure =
  | { code: 'NOT_YOURS' | 'WITHDRAWN' | 'INCOMPLETE' | 'SUBMITTED_BY_OTHER' }
  | { code: 'CONFIRMATION_CHANGED' }
  | { code: 'TOO_EARLY'; leftMs: number }
  | { code: 'REFUSED'; refusals: RefusalCode[] }

type Input = { actor: GuardianActor; applicationId: string; fingerprint: string; now: Now }

/**
 * 「提交入学信息」: freezes what was shown into one submission a child and year, with its audit row, in one
 * transaction; of a submission that was sent back, into the next round, which replaces the one that held until now. Asked
 * again, by a second press or a hundred, it gives the same answer. The instant that counts is the one at which the request
 * arrived, not the one at which the database gets round to it.
 */
export async function submitApplication({ actor, applicationId, fingerprint, now }: Input): Promise<Result<{ applicationId: string }, SubmitFailure>> {
  const application = await findApplication(actor, applicationId)
  if (!application) return fail({ code: 'NOT_YOURS' })
  if (application.status === 'submitted') return succeed({ applicationId })
  if (application.status === 'withdrawn') return fail({ code: 'WITHDRAWN' })
  if (furthestStep(application.answers, application.held) !== 'confirm') return fail({ code: 'INCOMPLETE' })
  const published = await getPublishedSeason(application.county, application.year)
  const confirmation = published && prepareConfirmation(actor, application, published, now.season)
  if (!published || !confirmation) return fail({ code: 'INCOMPLETE' })

  const served = await db().confirmation.findUnique({ where: { applicationId } })
  if (!served || served.fingerprint !== confirmation.fingerprint || fingerprint !== confirmation.fingerprint) {
    return fail({ code: 'CONFIRMATION_CHANGED' })
  }
  const leftMs = readingLeft(served.servedAt.getTime(), now.real, published.season.settings.readingSeconds)
  if (leftMs > 0) return fail({ code: 'TOO_EARLY', leftMs })
  const { determination } = confirmation
  if (!determination.admissible || !determination.category) {
    return fail({ code: 'REFUSED', refusals: determination.refusals.map((refusal) => refusal.code) })
  }

  try {
    const written = await db().$transaction((transaction) => writeSubmission(transaction, { actor, application, published, confirmation, categoryRow: determination.category?.row ?? '', now }))
    if (written) return succeed({ applicationId })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
  return answerAfterLosing(actor, application)
}

/**
 * Another request was first: this guardian's own (then it is the same submission), or the other guardian's. An earlier round
 * of one's own is no answer: the draft is as open as before, and something in it has changed.
 */
async function answerAfterLosing(actor: GuardianActor, application: Application): Promise<Result<{ applicationId: string }, SubmitFailure>> {
  const submission = await findSubmissionOfChild(db(), application.studentId, application.year)
  if (submission && submission.guardianId !== actor.guardianId) return fail({ code: 'SUBMITTED_BY_OTHER' })
  const { status } = await db().application.findUniqueOrThrow({ where: { id: application.id }, select: { status: true } })
  return status === 'submitted' ? succeed({ applicationId: application.id }) : fail({ code: 'CONFIRMATION_CHANGED' })
}

type Write = { actor: GuardianActor; application: Application; published: PublishedSeason; confirmation: Confirmation; categoryRow: string; now: Now }

/** @returns false when the draft was changed or submitted since it was read; the transaction then wrote nothing */
async function writeSubmission(transaction: Transaction, write: Write): Promise<boolean> {
  const { actor, application, published, confirmation, now } = write
  const submittedAt = new Date(now.season)
  const moved = await transaction.application.updateMany({
    where: { id: application.id, status: application.status, version: application.version },
    data: { status: 'submitted', version: { increment: 1 }, updatedAt: submittedAt },
  })
  if (moved.count === 0) return false

  const { facts, determination, shown } = confirmation
  const content: SubmissionContent = {
    schemaVersion: 1,
    answers: application.answers,
    shown,
    facts,
    determination,
    ...restsOn(application),
    agreementVersion: application.answers.agreement?.version ?? '',
  }
  const number = receiptNumber(application.county, application.year, randomBytes(8))
  const { placement } = determination
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
      categoryRow: write.categoryRow,
      placementStatus: placement.status,
      schoolCode: placement.schools.length === 1 ? placement.schools[0] : null,
      catchmentRow: placement.row,
      seasonVersionId: published.versionId,
      contentCipher: writeContent(application.key, 'submission', content),
    },
    select: { id: true },
  })
  await recordAudit(transaction, {
    type: 'application-submitted',
    actor: auditedAs(actor),
    application,
    content: { receiptNumber: number, round, category: write.categoryRow, placement: placement.status, row: placement.row },
  })
  await endAppeals(transaction, write)
  await tellGuardians(transaction, write, { number, round })
  await listApplication(transaction, application.id, now.season)
  await listOtherDrafts(transaction, application, now.season)
  await openAudit(transaction, { application, submission: { id, placementStatus: placement.status, establishmentIds: content.establishmentIds }, published, at: now.season })
  return true
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
async function endAppeals(transaction: Transaction, { actor, application, now }: Write): Promise<void> {
  for (const { kind } of await closeOpenAppeals(transaction, application, new Date(now.season))) {
    await recordAudit(transaction, { type: 'appeal-withdrawn', actor: { kind: 'system' }, application, content: { kind } })
    await writeMessage(transaction, { guardianId: actor.guardianId, application, at: now.season, sms: false, code: 'appeal-closed-by-submission', content: { child: childAs(application, actor.idNumber), kind } })
  }
}

/** The one who submitted gets the receipt's number; the others on the record learn once that it was done, as on their page. */
async function tellGuardians(transaction: Transaction, { actor, application, now }: Write, { number, round }: { number: string; round: number }): Promise<void> {
  const told = { application, at: now.season, sms: true } as const
  await writeMessage(transaction, { ...told, guardianId: actor.guardianId, code: 'application-submitted', content: { child: childAs(application, actor.idNumber), receiptNumber: number } })
  if (round > 1) return
  for (const guardianId of await listOtherGuardians(transaction, application.studentId, actor)) {
    await writeMessage(transaction, { ...told, guardianId, code: 'submitted-by-other', content: { child: maskIdNumber(application.studentIdNumber) } })
  }
}
