import 'server-only'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { childAs, findApplication } from '@/lib/data/applications'
import { closeCaseOfObjection } from '@/lib/data/cases'
import { db } from '@/lib/data/db'
import { writeMessage } from '@/lib/data/messages'
import { endObjection, findObjection } from '@/lib/data/objections'
import { closeAnswersTo } from '@/lib/data/proposals'
import { holdApplication } from '@/lib/data/returns'

export type WithdrawObjectionFailure = { code: 'NOT_YOURS' | 'OBJECTION_ENDED' }
type Input = { actor: GuardianActor; applicationId: string; objectionId: string; now: Now }

/** The family takes its objection back while nobody has answered; the result stays as it is, and what was to be answered is nobody's any more. */
export async function withdrawObjection({ actor, applicationId, objectionId, now }: Input): Promise<Result<{ applicationId: string }, WithdrawObjectionFailure>> {
  return db().$transaction(async (transaction) => {
    await holdApplication(transaction, applicationId)
    const application = await findApplication(actor, applicationId, transaction)
    const objection = application && (await findObjection(transaction, application, objectionId))
    if (!application || !objection) return fail({ code: 'NOT_YOURS' })
    if (objection.status === 'withdrawn') return succeed({ applicationId })
    if (!(await endObjection(transaction, application, objectionId, null, now.season))) return fail({ code: 'OBJECTION_ENDED' })
    const at = new Date(now.season)
    await closeCaseOfObjection(transaction, objectionId, null, at)
    await closeAnswersTo(transaction, objectionId, at)
    await recordAudit(transaction, { type: 'objection-withdrawn', actor: auditedAs(actor), application, content: { objectionId } })
    await writeMessage(transaction, { guardianId: actor.guardianId, application, at: now.season, sms: false, code: 'objection-withdrawn', content: { child: childAs(application, actor.idNumber) } })
    return succeed({ applicationId })
  })
}
