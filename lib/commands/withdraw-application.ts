import 'server-only'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { closeOpenAppeals } from '@/lib/data/appeals'
import { childAs, findApplication } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { listApplication } from '@/lib/data/listings'
import { writeMessage } from '@/lib/data/messages'

/** Discards a draft. Never what was submitted: the update itself asks for a draft. */
export async function withdrawApplication({ actor, applicationId, now }: { actor: GuardianActor; applicationId: string; now: Now }): Promise<Result<null, { code: 'NOT_YOURS' | 'NOT_DRAFT' }>> {
  const application = await findApplication(actor, applicationId)
  if (!application) return fail({ code: 'NOT_YOURS' })
  return db().$transaction(async (transaction) => {
    const moved = await transaction.application.updateMany({
      where: { id: application.id, status: 'draft' },
      data: { status: 'withdrawn', version: { increment: 1 }, updatedAt: new Date(now.season) },
    })
    if (moved.count === 0) return fail({ code: 'NOT_DRAFT' })
    await transaction.confirmation.deleteMany({ where: { applicationId } })
    for (const { kind } of await closeOpenAppeals(transaction, application, new Date(now.season))) {
      await recordAudit(transaction, { type: 'appeal-withdrawn', actor: auditedAs(actor), application, content: { kind } })
    }
    await recordAudit(transaction, { type: 'application-withdrawn', actor: auditedAs(actor), application })
    await writeMessage(transaction, {
      guardianId: actor.guardianId, application, at: now.season, sms: true,
      code: 'application-withdrawn', content: { child: childAs(application, actor.idNumber) },
    })
    await listApplication(transaction, applicationId, now.season)
    return succeed(null)
  })
}
