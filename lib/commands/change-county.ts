import 'server-only'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { answersUpTo } from '@/lib/domain/journey'
import { ageFault, type AgeFault } from '@/lib/domain/age'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { seasonPhase } from '@/lib/domain/season-phase'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { moveOpenAppeals } from '@/lib/data/appeals'
import { findApplication } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { writeContent } from '@/lib/data/json'
import { listApplication } from '@/lib/data/listings'
import { closeOpenProposals } from '@/lib/data/proposals'
import { getSeasonUnderWay } from '@/lib/data/seasons'

type Failure = { code: 'NOT_YOURS' | 'NOT_THIS_DESK' | 'NOT_DRAFT' | 'NO_SEASON' | 'SEASON_NOT_OPEN' | 'SEASON_CLOSED' | 'APPEAL_WAITING' | 'CHANGED_MEANWHILE' } | ({ code: 'AGE' } & AgeFault)

/**
 * Moves a draft to another county. What was answered under the first county's agreement and table is asked again. An appeal
 * that waits is that county's to decide, or the family's to take back first; one that is not sent moves along. What the desk
 * of the first county has proposed is withdrawn.
 */
export async function changeCounty({ actor, applicationId, county, now }: { actor: GuardianActor; applicationId: string; county: string; now: Now }): Promise<Result<null, Failure>> {
  const application = await findApplication(actor, applicationId)
  if (!application) return fail({ code: 'NOT_YOURS' })
  if (application.status !== 'draft') return fail({ code: 'NOT_DRAFT' })
  if (application.county === county) return succeed(null)
  if (actor.assisted) return fail({ code: 'NOT_THIS_DESK' })
  if (application.appeals.some((appeal) => appeal.status === 'waiting')) return fail({ code: 'APPEAL_WAITING' })
  const published = await getSeasonUnderWay(county, now.season)
  if (!published) return fail({ code: 'NO_SEASON' })
  const { settings } = published.season
  const phase = seasonPhase(settings, now.season)
  if (phase !== 'open') return fail({ code: phase === 'before' ? 'SEASON_NOT_OPEN' : 'SEASON_CLOSED' })
  const age = ageFault(application.studentIdNumber, settings)
  if (age) return fail({ code: 'AGE', ...age })
  return db().$transaction(async (transaction) => {
    const moved = await transaction.application.updateMany({
      where: { id: applicationId, status: 'draft', version: application.version },
      data: {
        county,
        year: settings.year,
        answersCipher: writeContent(application.key, 'answers', answersUpTo('record', application.answers)),
        version: { increment: 1 },
        updatedAt: new Date(now.season),
      },
    })
    if (moved.count === 0) return fail({ code: 'CHANGED_MEANWHILE' })
    await moveOpenAppeals(transaction, applicationId, { county, year: settings.year })
    for (const proposalId of await closeOpenProposals(transaction, applicationId, new Date(now.season))) {
      await recordAudit(transaction, { type: 'proposal-withdrawn', actor: { kind: 'system' }, application, content: { proposalId } })
    }
    await transaction.confirmation.deleteMany({ where: { applicationId } })
    await recordAudit(transaction, {
      type: 'county-changed',
      actor: auditedAs(actor),
      application: { ...application, county },
      content: { from: application.county, to: county },
    })
    await listApplication(transaction, applicationId, now.season)
    return succeed(null)
  })
}
