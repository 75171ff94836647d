import 'server-only'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { appealStatusesWith } from '@/lib/domain/appeal-status'
import { judgedAt } from '@/lib/domain/completion'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { seasonPhase } from '@/lib/domain/season-phase'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findAppeal } from '@/lib/data/appeals'
import { childAs } from '@/lib/data/applications'
import { closeCasesOfAppeal } from '@/lib/data/cases'
import { db } from '@/lib/data/db'
import { writeMessage } from '@/lib/data/messages'
import { getPublishedSeason } from '@/lib/data/seasons'

/**
 * Takes an appeal back, so that the family goes on as the record is, or makes another one. What was sent stays in its rounds.
 * Not after the close: there nothing can be gone on with or made, and what keeps the registration open would be gone with it;
 * whoever wants that discards the registration, which says so.
 */
export async function withdrawAppeal({ actor, appealId, now }: { actor: GuardianActor; appealId: string; now: Now }): Promise<Result<{ applicationId: string }, { code: 'NOT_YOURS' | 'APPEAL_NOT_EDITABLE' | 'SEASON_CLOSED' }>> {
  const found = await findAppeal(actor, appealId)
  if (!found) return fail({ code: 'NOT_YOURS' })
  const { appeal, application } = found
  const applicationId = application.id
  if (appeal.status === 'withdrawn') return succeed({ applicationId })
  const published = await getPublishedSeason(application.county, application.year)
  if (published && seasonPhase(published.season.settings, judgedAt(actor, application, now)) === 'after') return fail({ code: 'SEASON_CLOSED' })
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
