import 'server-only'
import type { RefusalCode } from '@/lib/rules'
import type { Assisting, GuardianActor, Now } from '@/lib/domain/actor'
import { judgedAt } from '@/lib/domain/completion'
import { furthestStep } from '@/lib/domain/journey'
import { readingLeft } from '@/lib/domain/reading'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findApplication, type Application } from '@/lib/data/applications'
import { proposeCompletion } from '@/lib/data/completions'
import { prepareConfirmation, type Confirmation } from '@/lib/data/confirmations'
import { db, isUniqueViolation, type Transaction } from '@/lib/data/db'
import { getPublishedSeason, type PublishedSeason } from '@/lib/data/seasons'
import { findSubmissionOfChild } from '@/lib/data/submissions'
import { writeSubmission } from '@/lib/data/write-submission'

export type SubmitFailure =
  | { code: 'NOT_YOURS' | 'WITHDRAWN' | 'INCOMPLETE' | 'SUBMITTED_BY_OTHER' }
  | { code: 'CONFIRMATION_CHANGED' }
  | { code: 'TOO_EARLY'; leftMs: number }
  | { code: 'REFUSED'; refusals: RefusalCode[] }

type Input = { actor: GuardianActor; applicationId: string; fingerprint: string; now: Now }
/** Proposed: after the close a second officer decides, and only then there is a submission. */
export type Submitted = { to: 'submitted' | 'proposed'; applicationId: string }

/**
 * 「提交入学信息」: freezes what was shown into one submission a child and year, with its audit row, in one
 * transaction; of a submission that was sent back, into the next round, which replaces the one that held until now. Asked
 * again, by a second press or a hundred, it gives the same answer. The instant that counts is the one at which the request
 * arrived, not the one at which the database gets round to it.
 */
export async function submitApplication({ actor, applicationId, fingerprint, now }: Input): Promise<Result<Submitted, SubmitFailure>> {
  const application = await findApplication(actor, applicationId)
  if (!application) return fail({ code: 'NOT_YOURS' })
  if (application.status === 'submitted') return succeed({ to: 'submitted', applicationId })
  if (application.status === 'withdrawn') return fail({ code: 'WITHDRAWN' })
  if (furthestStep(application.answers, application.held) !== 'confirm') return fail({ code: 'INCOMPLETE' })
  const published = await getPublishedSeason(application.county, application.year)
  const confirmation = published && prepareConfirmation(actor, application, published, judgedAt(actor, application, now))
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

  const write = { actor, application, published, confirmation, now }
  const { assisted } = actor
  if (assisted?.completion?.applicationId === applicationId) return propose({ ...write, assisted })
  try {
    if (await db().$transaction((transaction) => submit(transaction, write))) return succeed({ to: 'submitted', applicationId })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
  return answerAfterLosing(actor, application)
}

/**
 * Another request was first: this guardian's own (then it is the same submission), or the other guardian's. An earlier round
 * of one's own is no answer: the draft is as open as before, and something in it has changed.
 */
async function answerAfterLosing(actor: GuardianActor, application: Application): Promise<Result<Submitted, SubmitFailure>> {
  const submission = await findSubmissionOfChild(db(), application.studentId, application.year)
  if (submission && submission.guardianId !== actor.guardianId) return fail({ code: 'SUBMITTED_BY_OTHER' })
  const { status } = await db().application.findUniqueOrThrow({ where: { id: application.id }, select: { status: true } })
  return status === 'submitted' ? succeed({ to: 'submitted', applicationId: application.id }) : fail({ code: 'CONFIRMATION_CHANGED' })
}

type Write = { actor: GuardianActor; application: Application; published: PublishedSeason; confirmation: Confirmation; now: Now }

/** @returns false when the draft was changed or submitted since it was read; the transaction then wrote nothing */
async function submit(transaction: Transaction, write: Write): Promise<boolean> {
  const written = await writeSubmission(transaction, write)
  if (!written) return false
  const { actor, application } = write
  await recordAudit(transaction, { type: 'application-submitted', actor: auditedAs(actor), application, content: written.content })
  for (const content of written.ended) await recordAudit(transaction, { type: 'appeal-withdrawn', actor: { kind: 'system' }, application, content })
  return true
}

/** What an officer completes after the close is laid before a second one; the reading time was the same. */
async function propose({ actor, assisted, application, confirmation, now }: Write & { assisted: Assisting }): Promise<Result<Submitted, SubmitFailure>> {
  return db().$transaction(async (transaction) => {
    const { fingerprint, shown } = confirmation
    const content = { schemaVersion: 1, fingerprint, shown, judgedAt: judgedAt(actor, application, now), assistanceId: assisted.assistanceId } as const
    const proposalId = await proposeCompletion(transaction, { staffId: assisted.staffId, application, content, now })
    if (!proposalId) return fail({ code: 'CONFIRMATION_CHANGED' })
    await recordAudit(transaction, { type: 'proposal-made', actor: auditedAs(actor), application, content: { kind: 'completion', proposalId } })
    return succeed({ to: 'proposed', applicationId: application.id })
  })
}
