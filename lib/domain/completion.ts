import { z } from 'zod'
import type { GuardianActor, Now } from './actor'
import { shownConfirmation } from './submission'

/**
 * The instant as of which a registration is judged, milliseconds of the season's clock: this one, and of a registration that
 * an appeal left open at the close and the desk completes, the one at which that appeal was sent.
 */
export function judgedAt({ assisted }: GuardianActor, application: { readonly id: string }, now: Now): number {
  const completion = assisted?.completion ?? null
  return completion?.applicationId === application.id ? completion.judgedAt : now.season
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
