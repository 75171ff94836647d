import 'server-only'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { appealStatusesWith } from '@/lib/domain/appeal-status'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findAppeal } from '@/lib/data/appeals'
import { childAs } from '@/lib/data/applications'
import { closeCasesOfAppeal } from '@/lib/data/cases'
import { db } from '@/lib/data/db'
import { writeMessage } from '@/lib/data/messages'

/** Takes an appeal back, so that the family goes on as the record is, or makes another one. What was sent stays in its rounds. */
export async function withdrawAppeal({ actor, appealId, now }: { actor: GuardianActor; appealId: string; now: Now }): Promise<Result<{ applicationId: string }, { code: 'NOT_YOURS' | 'APPEAL_NOT_EDITABLE' }>> {
  const found = await findAppeal(actor, appealId)
  if (!found) return fail({ code: 'NOT_YOURS' })
  const { appeal, application } = found
  const applicationId = application.id
  if (appeal.status === 'withdrawn') return succeed({ applicationId })
  return db().$transaction(async (transaction) => {
    const moved = await transaction.appeal.updateMany({
      where: { id: appealId, status: { in: appealStatusesWith('withdraw') } },
      data: { status: 'withdrawn', version: { increment: 1 }, updatedAt: new Date(now.season) },
    })
    if (moved.count === 0) return fail({ code: 'APPEAL_NOT_EDITABLE' })
    await closeCasesOfAppeal(transaction, appealId, null, new Date(now.season))
    await recordAudit(transaction, { type: 'appeal-withdrawn', actor: auditedAs(actor), application, content: { kind: appeal.kind } })
    await writeMessage(transaction, { guardianId: actor.guardianId, application, at: now.season, sms: false, code: 'appeal-withdrawn', content: { child: childAs(application, actor.idNumber), kind: appeal.kind } })
    return succeed({ applicationId })
  })
}
