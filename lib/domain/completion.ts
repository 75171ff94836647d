import { z } from 'zod'
import type { GuardianActor, Now } from './actor'
import type { AppealHead } from './appeals'
import { ENTRY_LIMITS } from './form-limits'
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

/** Whether nothing that the desk enters leads anywhere any more: the season is over, and no appeal of the registration waited at its close. */
export function isOverForGood({ status, appeals }: { status: Status; appeals: readonly AppealHead[] }, season: Season, at: number): boolean {
  if (seasonPhase(season, at) !== 'after') return false
  return endsWithTheClose(status, season, at) || !appeals.some((appeal) => appeal.status === 'waiting' || (appeal.decidedAt !== null && appeal.decidedAt >= season.closesAt))
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

/** Why a registration that the close left open ends without being completed, in the words that the family will read. */
export const endingContent = z.object({ schemaVersion: z.literal(1), reason: z.string() })

/** What its form posts. Messages are codes of `lib/copy/staff/assist`. */
export const endingForm = z.object({ applicationId: z.uuid(), reason: z.string({ error: 'ENDING_REASON_MISSING' }).trim().min(1, { error: 'ENDING_REASON_MISSING' }).max(ENTRY_LIMITS.text, { error: 'TEXT_TOO_LONG' }) })
