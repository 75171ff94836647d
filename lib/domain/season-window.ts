import { z } from 'zod'
import { instantOf } from '@/lib/rules'
import { withoutIdNumbers } from './privacy'

const REASON_LIMIT = 200

/** An instant out of a field of day and time, which is Shanghai's, as season.json writes it; null when it is none. */
export function writtenInstant(local: string): string | null {
  const written = `${local}:00+08:00`
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) && instantOf(written) !== null ? written : null
}

/** The same the other way round: what such a field shows of an instant. @param at milliseconds */
export function localInstant(at: number): string {
  return new Date(at + 8 * 60 * 60 * 1000).toISOString().slice(0, 16)
}

/** What the form of an extension posts; families read the reason as it stands. */
export const windowForm = z.object({
  closesAt: z.string().transform((local, context) => {
    const written = writtenInstant(local)
    if (written !== null) return written
    context.addIssue({ code: 'custom', message: 'WINDOW_NO_INSTANT' })
    return z.NEVER
  }),
  reason: z.string().trim().min(1, { error: 'WINDOW_REASON_MISSING' }).max(REASON_LIMIT, { error: 'WINDOW_REASON_LONG' }).transform(withoutIdNumbers),
})

export type WindowFault = 'WINDOW_NOT_OPENED' | 'WINDOW_NOT_LATER' | 'WINDOW_PAST'

/**
 * Whether a season that is open, or was, may close then: later than it does now and not in the past, so that no family loses
 * time that it was told it had. All in milliseconds.
 */
export function windowFault({ opensAt, closesAt }: { opensAt: number; closesAt: number }, wanted: number, at: number): WindowFault | null {
  if (at < opensAt) return 'WINDOW_NOT_OPENED'
  if (wanted <= closesAt) return 'WINDOW_NOT_LATER'
  return wanted <= at ? 'WINDOW_PAST' : null
}
