import 'server-only'
import { objectionUntil } from '@/lib/domain/admission'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import type { ObjectionAnswers } from '@/lib/domain/objections'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findResult } from '@/lib/data/admission-results'
import { childAs, findApplication } from '@/lib/data/applications'
import { openCase } from '@/lib/data/cases'
import { db } from '@/lib/data/db'
import { writeMessage } from '@/lib/data/messages'
import { writeObjection } from '@/lib/data/objections'
import { holdApplication } from '@/lib/data/returns'
import { getPublishedSeason } from '@/lib/data/seasons'

export type SendObjectionFailure = { code: 'NOT_YOURS' | 'NO_SEASON' | 'RESULT_CHANGED' | 'OBJECTION_LATE' }
type Input = { actor: GuardianActor; now: Now } & ObjectionAnswers

/**
 * A family objects to its result within the season's days: it becomes a case in the county's queue. To the result that
 * it has read: one that was replaced meanwhile is read first. Pressed twice it is sent once.
 */
export async function sendObjection({ actor, applicationId, resultId, complaint, text, now }: Input): Promise<Result<{ applicationId: string }, SendObjectionFailure>> {
  return db().$transaction(async (transaction) => {
    await holdApplication(transaction, applicationId)
    const application = await findApplication(actor, applicationId, transaction)
    const result = application && (await findResult(transaction, applicationId))
    if (!application || !result) return fail({ code: 'NOT_YOURS' })
    const published = await getPublishedSeason(application.county, application.year, transaction)
    if (!published) return fail({ code: 'NO_SEASON' })
    if (result.id !== resultId) return fail({ code: 'RESULT_CHANGED' })
    if (now.season >= objectionUntil(result, published.season.settings)) return fail({ code: 'OBJECTION_LATE' })
    const objectionId = await writeObjection(transaction, { application, resultId, guardianId: actor.guardianId, complaint, text, at: now.season })
    if (objectionId === null) return succeed({ applicationId })
    await openCase(transaction, { applicationId, kind: 'OBJECTION', ground: complaint, objectionId }, published, now.season)
    await recordAudit(transaction, { type: 'objection-sent', actor: auditedAs(actor), application, content: { objectionId, resultId, complaint, text } })
    await writeMessage(transaction, { guardianId: actor.guardianId, application, at: now.season, sms: false, code: 'objection-sent', content: { child: childAs(application, actor.idNumber) } })
    return succeed({ applicationId })
  })
}
