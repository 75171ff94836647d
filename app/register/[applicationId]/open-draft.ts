import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { judgedAt } from '@/lib/domain/completion'
import { seasonPhase } from '@/lib/domain/season-phase'
import { requestNow, requireGuardian } from '@/lib/auth/require-guardian'
import { findApplication, type Application } from '@/lib/data/applications'
import { getPublishedSeason, type PublishedSeason } from '@/lib/data/seasons'
import { paths } from '@/lib/paths'

/** `at`: the instant as of which it is judged, milliseconds of the season's clock. */
export type OpenDraft = { actor: GuardianActor; application: Application; published: PublishedSeason; now: Now; at: number }

/**
 * The guardian's own registration while it is a draft. Somebody else's is not found, like one that never was; a submitted
 * one leads to its receipt.
 */
export async function openOwn(applicationId: string, from: string): Promise<OpenDraft> {
  const actor = await requireGuardian(from)
  if (!z.uuid().safeParse(applicationId).success) notFound()
  const application = await findApplication(actor, applicationId)
  if (!application) notFound()
  if (application.status === 'submitted') redirect(paths.done(applicationId))
  if (application.status === 'withdrawn') redirect(paths.children)
  const [published, now] = await Promise.all([getPublishedSeason(application.county, application.year), requestNow()])
  if (!published) redirect(`${paths.children}?fault=NO_SEASON`)
  return { actor, application, published, now, at: judgedAt(actor, application, now) }
}

/** A draft in its open season; a closed season leads to the children's page, which says so. */
export async function openDraft(applicationId: string, from: string): Promise<OpenDraft> {
  const draft = await openOwn(applicationId, from)
  inSeason(draft)
  return draft
}

export function inSeason({ published, at }: OpenDraft): void {
  const phase = seasonPhase(published.season.settings, at)
  if (phase !== 'open') redirect(`${paths.children}?fault=${phase === 'before' ? 'SEASON_NOT_OPEN' : 'SEASON_CLOSED'}`)
}
