import 'server-only'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import type { AppealAnswers } from '@/lib/domain/appeal-answers'
import type { AppealClaim } from '@/lib/domain/appeal-claims'
import { claimFrom } from '@/lib/domain/appeal-claimants'
import { mayBeSent } from '@/lib/domain/appeals'
import { judgedAt } from '@/lib/domain/completion'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { seasonPhase } from '@/lib/domain/season-phase'
import { isOpenForAnswers } from '@/lib/domain/status'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { notAdmitted, type NotAdmitted } from '@/lib/data/appeal-admission'
import { newestAppeal, type Appeal } from '@/lib/data/appeals'
import { countedRecord, findApplication, holdDraft, type Application } from '@/lib/data/applications'
import { db, isUniqueViolation, type Transaction } from '@/lib/data/db'
import { writeContent } from '@/lib/data/json'
import { getPublishedSeason } from '@/lib/data/seasons'

export type SaveAppealFailure =
  | { code: 'NOT_YOURS' | 'NOT_DRAFT' | 'NO_SEASON' | 'SEASON_NOT_OPEN' | 'SEASON_CLOSED' | 'APPEAL_WAITING' | 'APPEAL_NOT_EDITABLE' | 'CHANGED_MEANWHILE' | NotAdmitted }
  | Extract<ReturnType<typeof claimFrom>, { ok: false }>['failure']

type Save = { actor: GuardianActor; now: Now; given: AppealAnswers }

/**
 * Keeps what the form of an appeal says, in the draft that there is or in a new one. A refused appeal is amended here
 * before it is sent again; one that waits is not touched. Where the desk completes a registration after the close, what is
 * missing is asked for as of when its appeal was sent.
 */
export async function saveAppeal({ actor, now, given }: Save): Promise<Result<{ appealId: string }, SaveAppealFailure>> {
  const application = await findApplication(actor, given.input.applicationId)
  if (!application) return fail({ code: 'NOT_YOURS' })
  if (!isOpenForAnswers(application.status)) return fail({ code: 'NOT_DRAFT' })
  const published = await getPublishedSeason(application.county, application.year)
  if (!published) return fail({ code: 'NO_SEASON' })
  const { settings } = published.season

  const newest = await newestAppeal(application, given.kind)
  if (newest?.status === 'waiting' || application.held) return fail({ code: 'APPEAL_WAITING' })
  // What was approved stands; a further grandparent, say, is a new appeal.
  const appeal = newest?.status === 'approved' ? null : newest
  const at = judgedAt(actor, application, now)
  const phase = seasonPhase(settings, at)
  if (appeal ? !mayBeSent(appeal, settings, at) : phase !== 'open') return fail({ code: phase === 'before' ? 'SEASON_NOT_OPEN' : 'SEASON_CLOSED' })
  const closed = notAdmitted(given.kind, actor, application, published, at)
  if (closed) return fail({ code: closed })
  const claim = claimFrom(given, { actor, studentIdNumber: application.studentIdNumber, record: countedRecord(application)?.value ?? null })
  if (!claim.ok) return claim

  const write = { actor, application, appeal, claim: claim.value, now }
  try {
    const appealId = await db().$transaction((transaction) => writeAppeal(transaction, write))
    return appealId ? succeed({ appealId }) : fail({ code: 'CHANGED_MEANWHILE' })
  } catch (error) {
    // Pressed twice, or on two phones: the other one made the draft first, and it is there to be gone on with.
    if (isUniqueViolation(error)) return fail({ code: 'CHANGED_MEANWHILE' })
    throw error
  }
}

type Write = { actor: GuardianActor; application: Application; appeal: Appeal | null; claim: AppealClaim; now: Now }

/** @returns null when the appeal was changed or sent, or the registration ended, since they were read */
async function writeAppeal(transaction: Transaction, { actor, application, appeal, claim, now }: Write): Promise<string | null> {
  if (!(await holdDraft(transaction, application))) return null
  const at = new Date(now.season)
  const kept = { answersCipher: writeContent(application.key, 'appeal', claim), ground: claim.kind === 'NO_VALID_MATERIALS' ? claim.ground : null, updatedAt: at }
  const audit = { type: 'appeal-saved', actor: auditedAs(actor), application, content: { kind: claim.kind } } as const
  if (appeal) {
    const moved = await transaction.appeal.updateMany({ where: { id: appeal.id, status: appeal.status, version: appeal.version }, data: { ...kept, version: { increment: 1 } } })
    if (moved.count === 0) return null
    await recordAudit(transaction, audit)
    return appeal.id
  }
  const { county, year } = application
  const created = await transaction.appeal.create({ data: { ...kept, applicationId: application.id, county, year, kind: claim.kind, createdAt: at }, select: { id: true } })
  await recordAudit(transaction, audit)
  return created.id
}
