import { z } from 'zod'
import { APPEAL_KINDS } from '@/lib/rules'
import { DESK_KINDS, WITHDRAWABLE } from './desk-entries'
import { INQUIRY_OUTCOMES } from './inquiries'

/**
 * What a guardian is told, by code, and of each code what its sentence needs and no more.
 *  - `child`: as the reader's own pages call it: by name where the record names the reader, else by masked ID number;
 *  - `reason`: the county's own words; `wanted`: the one document that is asked for, where all else was in order;
 *  - `entered`: what the county's desk has entered and a second officer approved; `fact`: of a withdrawal, what was taken back; `late`: after the close;
 *  - `outcome`: what a department answered to what the family had reported;
 *  - `closesAt`: milliseconds, the first instant that is too late; `appeal` is null where it is the registration itself that is unfinished.
 */
const about = { child: z.string() }
const appeal = z.enum(APPEAL_KINDS)

export const message = z.discriminatedUnion('code', [
  z.object({ code: z.literal(['application-submitted', 'registration-completed']), content: z.object({ ...about, receiptNumber: z.string() }) }),
  z.object({ code: z.literal(['application-withdrawn', 'submitted-by-other', 'guardianship-claimed', 'result-published']), content: z.object(about) }),
  z.object({
    code: z.literal(['appeal-sent', 'appeal-approved', 'appeal-withdrawn', 'appeal-closed-by-submission', 'season-closed-with-open-appeal']),
    content: z.object({ ...about, kind: appeal }),
  }),
  z.object({ code: z.literal('desk-entered'), content: z.object({ ...about, entered: z.enum(DESK_KINDS), fact: z.enum(WITHDRAWABLE).optional(), late: z.boolean().optional() }) }),
  z.object({ code: z.literal('appeal-refused'), content: z.object({ ...about, kind: appeal, reason: z.string(), wanted: z.string().optional() }) }),
  z.object({ code: z.literal('submission-returned'), content: z.object({ ...about, reason: z.string(), closesAt: z.number() }) }),
  z.object({ code: z.literal('register-updated'), content: z.object(about) }),
  z.object({ code: z.literal('registration-ended'), content: z.object({ ...about, reason: z.string() }) }),
  z.object({ code: z.literal('inquiry-answered'), content: z.object({ ...about, outcome: z.enum(INQUIRY_OUTCOMES) }) }),
  z.object({ code: z.literal(['objection-sent', 'objection-withdrawn']), content: z.object(about) }),
  z.object({ code: z.literal('objection-kept'), content: z.object({ ...about, reason: z.string() }) }),
  z.object({ code: z.literal(['objection-changed', 'school-decided']), content: z.object({ ...about, school: z.string(), reason: z.string() }) }),
  z.object({ code: z.literal('window-extended'), content: z.object({ ...about, reason: z.string(), closesAt: z.number() }) }),
  z.object({ code: z.literal(['reminder-48h', 'reminder-24h']), content: z.object({ ...about, closesAt: z.number(), appeal: appeal.nullable() }) }),
])

export type Message = z.infer<typeof message>
export type MessageCode = Message['code']

/** The content of each code; and a message as a pair of the two, which TypeScript can look up in a Record of words. */
type Contents = { [One in Message as One['code']]: One['content'] }
export type MessageOf<Code extends MessageCode = MessageCode> = { [One in Code]: { code: One; content: Contents[One] } }[Code]

const CODES: ReadonlySet<string> = new Set(message.options.flatMap((option) => [...option.shape.code.values]))

export function isMessageCode(code: string): code is MessageCode {
  return CODES.has(code)
}
