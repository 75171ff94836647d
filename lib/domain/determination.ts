import { z } from 'zod'
import { CRITERIA, REFUSAL_CODES, type Determination } from '@/lib/rules'

const placement = z.object({
  status: z.enum(['matched', 'choice-required', 'ambiguous', 'unmatched', 'by-hand']),
  row: z.string().nullable(),
  schools: z.array(z.string()),
  zone: z.string().nullable(),
  choiceRequired: z.boolean(),
  candidates: z.array(z.string()).optional(),
})

/** What the rules said of a child, as a submission has frozen it (H7): read as it was, not worked out a second time. */
const frozenDetermination = z.object({
  season: z.object({ county: z.string(), year: z.number(), version: z.string() }),
  admissible: z.boolean(),
  refusals: z.array(z.object({ code: z.enum(REFUSAL_CODES), whose: z.array(z.string()).optional(), owners: z.array(z.number()).optional(), guardians: z.array(z.number()).optional() })),
  category: z.object({ row: z.string(), code: z.string(), label: z.string() }).nullable(),
  placement,
  trace: z.array(z.object({ code: z.string(), verdict: z.enum(['met', 'unmet', 'not-applicable']), because: z.record(z.string(), z.unknown()) })),
  nearMisses: z.array(z.object({ row: z.string(), unmet: z.array(z.enum(CRITERIA)) })),
})

/** Types are checked against the rules' own: what `determine` returns is what this reads. */
export function readDetermination(frozen: unknown): Determination {
  return frozenDetermination.parse(frozen)
}
