import { GROUNDS } from '@/lib/rules'
import { z } from 'zod'
import { KINSHIPS, SINGLE_PARENT_REASONS } from './appeal-claims'
import { idNumberField, personName, plainName } from './answers'
import { RELATIONS } from './relation'
import { idNumberFault } from './id-number-check'
import { normaliseIdNumber } from './national-id'

/**
 * What the form of each appeal posts: flat fields, so that it works without JavaScript, and one schema that the form, the
 * action and the checks while typing share. Messages are codes of `lib/copy/errors`.
 */
const relation = z.enum(RELATIONS, { error: 'relation-missing' })
const text = (missing: string) => z.string({ error: missing }).trim().min(1, { error: missing }).max(300, { error: 'text-too-long' })
const optionalText = z.string().trim().max(300, { error: 'text-too-long' }).default('')
const blankable = z.string().default('').transform(normaliseIdNumber)

const application = { applicationId: z.uuid() }

/** The other guardian may be left out altogether, or is there with name, number and relation. */
const otherGuardian = { otherName: z.string().default('').transform(plainName), otherIdNumber: blankable, otherRelation: z.union([relation, z.literal('')]).default('') }
type Other = { otherName: string; otherIdNumber: string; otherRelation: string }

/** Asked whatever else is wrong, so that everything is said at once: nobody mends two fields to read of three more. */
const typedOther = z.object({ otherName: z.string(), otherIdNumber: z.string(), otherRelation: z.string() })
const atOnce = { when: ({ value }: { value: unknown }) => typedOther.safeParse(value).success }

function checkOther({ otherName, otherIdNumber, otherRelation }: Other, context: z.RefinementCtx): void {
  if (otherName === '' && otherIdNumber === '' && otherRelation === '') return
  const report = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  for (const { message } of personName.safeParse(otherName).error?.issues ?? []) report('otherName', message)
  const fault = otherIdNumber === '' ? 'missing' : idNumberFault(otherIdNumber)
  if (fault) report('otherIdNumber', `id-number-${fault}`)
  if (otherRelation === '') report('otherRelation', 'relation-missing')
}

/** Who heads the household book: the person who is filling in, the other guardian, the child, or somebody else (with the number, where known). */
export const HEADS = ['self', 'other', 'student', 'someone'] as const
export type Head = (typeof HEADS)[number]

const knownNumber = blankable.superRefine((value, context) => {
  const fault = value === '' ? null : idNumberFault(value)
  if (fault) context.addIssue({ code: 'custom', message: `id-number-${fault}` })
})

export const appealAnswers = {
  STUDENT_NOT_FOUND: z
    .object({ ...application, studentName: personName, relation, ...otherGuardian, address: text('address-missing'), head: z.enum(HEADS, { error: 'head-missing' }), headIdNumber: knownNumber })
    .superRefine(checkOther, atOnce),
  GUARDIAN_MISMATCH: z.object({ ...application, studentName: personName, relation, ...otherGuardian, explanation: text('explanation-missing') }).superRefine(checkOther, atOnce),
  SINGLE_PARENT: z.object({ ...application, removed: z.string({ error: 'removed-missing' }).min(1, { error: 'removed-missing' }), reason: z.enum(SINGLE_PARENT_REASONS, { error: 'reason-missing' }), explanation: optionalText }),
  BLENDED_FAMILY: z.object({ ...application, kept: z.string({ error: 'kept-missing' }).min(1, { error: 'kept-missing' }), explanation: optionalText }),
  GRANDPARENT_KINSHIP: z.object({
    ...application,
    grandparentName: personName,
    grandparentIdNumber: idNumberField,
    kinship: z.enum(KINSHIPS, { error: 'kinship-missing' }),
    through: z.string({ error: 'through-missing' }).min(1, { error: 'through-missing' }),
    agreed: z.literal('yes', { error: 'grandparent-agreement-missing' }),
  }),
  NO_VALID_MATERIALS: z.object({ ...application, ground: z.enum(GROUNDS, { error: 'ground-missing' }), address: text('address-missing'), evidence: text('evidence-missing') }),
} as const

/** A form with the kind that says how to read it. */
export const postedAppeal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('STUDENT_NOT_FOUND'), input: appealAnswers.STUDENT_NOT_FOUND }),
  z.object({ kind: z.literal('GUARDIAN_MISMATCH'), input: appealAnswers.GUARDIAN_MISMATCH }),
  z.object({ kind: z.literal('SINGLE_PARENT'), input: appealAnswers.SINGLE_PARENT }),
  z.object({ kind: z.literal('BLENDED_FAMILY'), input: appealAnswers.BLENDED_FAMILY }),
  z.object({ kind: z.literal('GRANDPARENT_KINSHIP'), input: appealAnswers.GRANDPARENT_KINSHIP }),
  z.object({ kind: z.literal('NO_VALID_MATERIALS'), input: appealAnswers.NO_VALID_MATERIALS }),
])

export type AppealAnswers = z.infer<typeof postedAppeal>

/** 「提交审核」: with the word that what is said and shown is true. */
export const sendAnswers = z.object({ appealId: z.uuid(), truthful: z.literal('yes', { error: 'truthful-missing' }) })
export const appealPress = z.object({ appealId: z.uuid() })
