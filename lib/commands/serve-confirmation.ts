import 'server-only'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { judgedAt } from '@/lib/domain/completion'
import { choosingStep, furthestStep, type Step } from '@/lib/domain/journey'
import { readingLeft } from '@/lib/domain/reading'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { isOpenForAnswers } from '@/lib/domain/status'
import { findApplication, type Application } from '@/lib/data/applications'
import { prepareConfirmation, type Confirmation } from '@/lib/data/confirmations'
import { db } from '@/lib/data/db'
import { getPublishedSeason, type PublishedSeason } from '@/lib/data/seasons'

type Failure = { code: 'NOT_YOURS' } | { code: 'NOT_DRAFT' } | { code: 'NOT_REACHED'; furthest: Step }
export type ServedConfirmation = { application: Application; published: PublishedSeason; confirmation: Confirmation; readingLeftMs: number }

/**
 * Serves the confirmation and starts its reading time the first time that this very one is served.
 * @param read whether a person gets to see it: a prefetch or a HEAD request starts nothing
 */
export async function serveConfirmation({ actor, applicationId, now, read }: { actor: GuardianActor; applicationId: string; now: Now; read: boolean }): Promise<Result<ServedConfirmation, Failure>> {
  const application = await findApplication(actor, applicationId)
  if (!application) return fail({ code: 'NOT_YOURS' })
  if (!isOpenForAnswers(application.status)) return fail({ code: 'NOT_DRAFT' })
  const furthest = furthestStep(application.answers, application.held)
  const published = await getPublishedSeason(application.county, application.year)
  const confirmation = furthest === 'confirm' && published ? prepareConfirmation(actor, application, published, judgedAt(actor, application, now)) : null
  if (!published || !confirmation) return fail({ code: 'NOT_REACHED', furthest: furthest === 'confirm' ? choosingStep(application.answers) : furthest })
  const servedAt = read ? await startReading(applicationId, confirmation.fingerprint, now.real) : now.real
  return succeed({ application, published, confirmation, readingLeftMs: readingLeft(servedAt, now.real, published.season.settings.readingSeconds) })
}

/** One statement, so that two pages opened at once agree on one beginning. @returns when this confirmation was first served */
async function startReading(applicationId: string, fingerprint: string, at: number): Promise<number> {
  const servedAt = new Date(at)
  const [row] = await db().$queryRaw<{ served_at: Date }[]>`
    INSERT INTO confirmations (application_id, fingerprint, served_at) VALUES (${applicationId}::uuid, ${fingerprint}, ${servedAt})
    ON CONFLICT (application_id) DO UPDATE SET
      served_at = CASE WHEN confirmations.fingerprint = EXCLUDED.fingerprint THEN confirmations.served_at ELSE EXCLUDED.served_at END,
      fingerprint = EXCLUDED.fingerprint
    RETURNING served_at`
  return row ? row.served_at.getTime() : at
}
