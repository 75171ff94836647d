import { z } from 'zod'

/** What the page of schools by hand is narrowed to, in its address: ids and a word, nobody's data. */
export const byHandQuery = z.object({
  run: z.uuid().nullable().catch(null),
  child: z.uuid().nullable().catch(null),
  given: z.literal('yes').nullable().catch(null),
  after: z.uuid().nullable().catch(null),
})
export type ByHandQuery = z.infer<typeof byHandQuery>

export function byHandQueryString(query: Partial<ByHandQuery>): string {
  return new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()
}

/** What an officer proposes; messages are codes of `lib/copy/staff/errors`. */
export const overrideAnswers = z.object({
  runId: z.uuid(),
  applicationId: z.uuid(),
  /** what the family had been told when the page was opened; empty before the publication */
  resultId: z.union([z.uuid(), z.literal('')]).transform((id) => id || null),
  schoolCode: z.string().min(1, { error: 'SCHOOL_MISSING' }).max(20),
  overCapacity: z.literal('yes').optional().transform((ticked) => ticked === 'yes'),
  reason: z.string().trim().min(4, { error: 'BY_HAND_REASON_MISSING' }).max(500, { error: 'NOTE_TOO_LONG' }),
})

/** What the second officer posts; a refusal says why. */
export const byHandDecision = z.object({ proposalId: z.uuid(), outcome: z.enum(['approved', 'refused']), note: z.string().trim().max(300) })
