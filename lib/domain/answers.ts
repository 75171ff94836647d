import { z } from 'zod'
import { BASES, PROOFS } from '@/lib/rules'
import { COUNTY_CODES } from './counties'
import { idNumberFault } from './id-number-check'
import { normaliseIdNumber } from './national-id'
import { withoutHidden } from './typed-text'

/**
 * One schema a step: the form shows its faults, the action parses with it, the draft keeps what it returns.
 * Messages are codes of `lib/copy/errors`.
 */
export const idNumberField = z
  .string({ error: 'id-number-missing' })
  .transform(normaliseIdNumber)
  .superRefine((value, context) => {
    const fault = value === '' ? 'missing' : idNumberFault(value)
    if (fault) context.addIssue({ code: 'custom', message: `id-number-${fault}` })
  })

/** A name as registers have it, without the spaces and full-width signs of whoever typed it. */
export function plainName(typed: string): string {
  return withoutHidden(typed.normalize('NFKC')).replace(/\s/g, '')
}

export const personName = z
  .string({ error: 'name-missing' })
  .transform(plainName)
  .pipe(z.string().min(1, { error: 'name-missing' }).max(50, { error: 'name-too-long' }))

const ticked = (message: string) => z.literal('yes', { error: message })

/** county, the child's ID number, and the short consent to this one query. */
export const startAnswers = z.object({
  county: z.string({ error: 'county-missing' }).refine((code) => COUNTY_CODES.includes(code), { error: 'county-missing' }),
  idNumber: idNumberField,
  consent: ticked('query-consent-missing'),
})

const application = { applicationId: z.uuid() }

/** what each plain step posts. */
export const stepAnswers = {
  record: z.object({ ...application, answer: z.literal('matches') }),
  agreement: z.object({ ...application, agree: ticked('agreement-missing'), version: z.string().min(1) }),
  household: z.object({ ...application, answer: z.literal('confirmed') }),
  basis: z.object({ ...application, basis: z.enum(BASES, { error: 'basis-missing' }) }),
  grandparent: z.object({ ...application, grandparentName: personName, grandparentIdNumber: idNumberField, agreed: ticked('grandparent-agreement-missing') }),
  binding: z.object({ ...application, grandparent: z.string().min(1) }),
  certificate: z.object({
    ...application,
    certificateNumber: z.string({ error: 'certificate-missing' }).trim().min(1, { error: 'certificate-missing' }).max(100, { error: 'certificate-too-long' }),
  }),
  deed: z.object({ ...application, property: z.string({ error: 'property-missing' }).min(1, { error: 'property-missing' }) }),
  property: z.object({ ...application, property: z.string().min(1) }),
  contract: z.object({
    ...application,
    contractNumber: z.string({ error: 'contract-missing' }).trim().min(1, { error: 'contract-missing' }).max(100, { error: 'contract-too-long' }),
  }),
  registration: z.object({ ...application, registration: z.string({ error: 'registration-missing' }).min(1, { error: 'registration-missing' }) }),
  'no-materials': z.object({ ...application, establishment: z.string().min(1) }),
} as const

export const schoolAnswers = z.object({ ...application, school: z.string({ error: 'school-missing' }).min(1, { error: 'school-missing' }) })
export const submitAnswers = z.object({ ...application, fingerprint: z.string().min(1) })
export const messageAnswers = z.object({ messageId: z.uuid() })
export const messagesAnswers = z.object({ newest: z.uuid() })
export const applicationAnswers = z.object(application)
export const countyAnswers = z.object({ ...application, county: startAnswers.shape.county })
/** 「重新查询」: which registry, and the page from which it was asked, to come back to. */
export const refreshAnswers = z.object({ ...application, registry: z.enum(['record', 'household', 'property', 'grandparent-property']), step: z.enum(['record', 'household', 'basis', 'deed']) })
export type RefreshStep = z.infer<typeof refreshAnswers>['step']
export type RefreshedRegistry = z.infer<typeof refreshAnswers>['registry']

/** What came of a typed contract's or certificate's number. Of one that is another's it is not known whether it exists. */
export const NUMBER_OUTCOMES = ['usable', 'closed', 'not-found', 'unavailable'] as const

/** What came of asking for a grandparent. Nobody learns whether somebody unproved exists. */
export const KINSHIP_OUTCOMES = ['proved', 'unproved', 'unavailable'] as const

/** A bound grandparent: through which guardian, by what proof, and the finding or establishment that holds it. */
const boundGrandparent = z.object({ idNumber: z.string(), name: z.string(), through: z.string(), proof: z.enum(PROOFS), sourceId: z.string() })
export type BoundGrandparent = z.infer<typeof boundGrandparent>

/** A draft's answers as they are kept, parsed on the way out. An answer names the finding that it was given on. */
export const draftAnswers = z.object({
  schemaVersion: z.literal(1),
  record: z.object({ findingId: z.string() }).optional(),
  agreement: z.object({ version: z.string() }).optional(),
  household: z.object({ findingId: z.string() }).optional(),
  basis: z.enum(BASES).optional(),
  grandparent: z.object({ name: z.string(), idNumber: z.string(), outcome: z.enum(KINSHIP_OUTCOMES) }).optional(),
  /** the one bound last is the last */
  bound: z.array(boundGrandparent).optional(),
  certificate: z.object({ certificateNumber: z.string(), outcome: z.enum(NUMBER_OUTCOMES) }).optional(),
  deed: z.object({ certificateNumber: z.string() }).optional(),
  property: z.object({ certificateNumber: z.string() }).optional(),
  contract: z.object({ contractNumber: z.string(), outcome: z.enum(NUMBER_OUTCOMES) }).optional(),
  registration: z.object({ of: z.string() }).optional(),
  noMaterials: z.object({ establishmentId: z.string() }).optional(),
  preferredSchool: z.string().optional(),
})

export type DraftAnswers = z.infer<typeof draftAnswers>
export const noAnswers: DraftAnswers = { schemaVersion: 1 }
