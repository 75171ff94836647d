import { z } from 'zod'
import { personName } from './answers'
import { idNumberFault } from './id-number-check'
import { normaliseIdNumber } from './national-id'

/** Whether the guardian stands at the desk, or is on the phone: only a completion is done by phone. */
export const PRESENCES = ['present', 'phone'] as const
export type Presence = (typeof PRESENCES)[number]

const ticked = (code: string) => z.literal('yes', { error: code })
const cardChecked = ticked('CARD_NOT_CHECKED')

/** Who stands at the desk, as the card says. Messages are codes of `lib/copy/staff/desk`. */
export const assistedGuardian = z.object({
  name: personName.catch('').pipe(z.string().min(1, { error: 'GUARDIAN_NAME' })),
  idNumber: z.string({ error: 'GUARDIAN_ID_NUMBER' }).transform(normaliseIdNumber).refine((typed) => idNumberFault(typed) === null, { error: 'GUARDIAN_ID_NUMBER' }),
  phone: z
    .string()
    .default('')
    .transform((typed) => typed.normalize('NFKC').replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^(?:1\d{10})?$/, { error: 'GUARDIAN_PHONE' }))
    .transform((typed) => typed || null),
  cardChecked,
  present: ticked('GUARDIAN_NOT_PRESENT'),
})

/** Of a registration that is completed the guardian is known. */
export const completedFor = z.object({ applicationId: z.uuid(), cardChecked, presence: z.enum(PRESENCES, { error: 'PRESENCE_MISSING' }) })

/** What an officer has read from a guardian's card. */
const checkedCard = z.object({ idNumber: z.string(), name: z.string(), phone: z.string().nullable() })
export type CheckedCard = z.infer<typeof checkedCard>

/**
 * What an assistance keeps of how it came about, under a key of its own. `card` is whose consent is asked for; once it is
 * signed, that is a person of our tables, and the card stands here no more.
 */
export const assistanceContent = z.object({ schemaVersion: z.literal(1), presence: z.enum(PRESENCES), card: checkedCard.nullable().default(null) })

/** A consent is signed within this long of the card, or the card is forgotten; real time, which a season's clock that is put back does not stop. */
export const CONSENT_WITHIN_MS = 60 * 60 * 1000
