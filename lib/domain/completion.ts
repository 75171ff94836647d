import { z } from 'zod'
import type { GuardianActor, Now } from './actor'
import { seasonPhase } from './season-phase'
import type { Status } from './status'
import { shownConfirmation } from './submission'

/**
 * The instant as of which a registration is judged, milliseconds of the season's clock: this one, and of a registration that
 * an appeal left open at the close and the desk completes, the one at which that appeal was sent.
 */
export function judgedAt({ assisted }: GuardianActor, application: { readonly id: string }, now: Now): number {
  const completion = assisted?.completion ?? null
  return completion?.applicationId === application.id ? completion.judgedAt : now.season
}

type Season = { opensAt: number; closesAt: number; review: { afterClose: 'as-sent' | 'never' } }

/**
 * Whether the close is the end of a registration's appeals: the county completes none after it, or the registration
 * was sent back and what was submitted holds. Whose appeal waits then is promised no completion, and sends nothing again.
 * @param at the season's clock, milliseconds
 */
export function endsWithTheClose(status: Status, season: Season, at: number): boolean {
  return seasonPhase(season, at) === 'after' && (status !== 'draft' || season.review.afterClose === 'never')
}

/** What the officer who completed a registration lays before the second one: what was read and submitted, and as of when. */
export const completionContent = z.object({
  schemaVersion: z.literal(1),
  fingerprint: z.string(),
  shown: shownConfirmation,
  judgedAt: z.number(),
  assistanceId: z.string(),
})
export type CompletionContent = z.infer<typeof completionContent>
