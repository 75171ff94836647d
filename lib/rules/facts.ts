import { z } from 'zod'
import { instantOf } from './instant'
import { includesIdNumber, sameIdNumber } from './text'
import { GROUNDS, PROOFS, RELATIONS } from './vocabulary'

const matchedRow = z.string().nullish()
const household = z.object({ address: z.string(), headIdNumber: z.string().nullish(), matchedRow }).nullish()
const preferredSchool = z.string().nullish()

const choice = z.discriminatedUnion('basis', [
  z.object({ basis: z.literal('TITLE_DEED'), certificateNumber: z.string(), preferredSchool }),
  z.object({ basis: z.literal('GRANDPARENT_DEED'), certificateNumber: z.string(), preferredSchool }),
  z.object({ basis: z.literal('PURCHASE_CONTRACT'), contractNumber: z.string(), preferredSchool }),
  z.object({ basis: z.literal('HOUSEHOLD_REGISTRATION'), of: z.string(), preferredSchool }),
  z.object({ basis: z.literal('NO_VALID_MATERIALS'), ground: z.enum(GROUNDS), address: z.string(), approved: z.boolean(), preferredSchool, matchedRow }),
])

/**
 * Everything that decides about one child: what the registries say, and the one basis that the family chose. No names
 * and no phone numbers. `at` is the instant that is judged. Unknown fields are dropped; an ill-formed ID number parses,
 * because to refuse it is the rules' business.
 */
export const factsSchema = z
  .object({
    at: z.string().refine((at) => instantOf(at) !== null, { error: 'must be an instant with an offset, such as 2023-08-16T09:00:00+08:00' }),
    signedIn: z.string(),
    student: z.object({ idNumber: z.string(), household }),
    guardians: z.array(z.object({ idNumber: z.string(), relation: z.enum(RELATIONS), household })),
    grandparents: z.array(z.object({ idNumber: z.string(), through: z.string().nullish(), proof: z.enum(PROOFS).nullish() })),
    properties: z.array(
      z.object({ certificateNumber: z.string(), county: z.string(), address: z.string(), use: z.string(), owners: z.array(z.string()), matchedRow }),
    ),
    contracts: z.array(
      z.object({ number: z.string(), county: z.string(), address: z.string(), use: z.string(), buyers: z.array(z.string()), matchedRow }),
    ),
    choice,
  })
  .superRefine((facts, context) => {
    if (facts.choice.basis !== 'HOUSEHOLD_REGISTRATION') return
    const family = facts.guardians.map((guardian) => guardian.idNumber)
    if (sameIdNumber(facts.choice.of, facts.student.idNumber) || includesIdNumber(family, facts.choice.of)) return
    context.addIssue({ code: 'custom', path: ['choice', 'of'], message: 'is neither the student nor a listed guardian' })
  })

export type Facts = z.infer<typeof factsSchema>
export type Household = NonNullable<Facts['student']['household']>

export type ParsedFacts = { ok: true; facts: Facts } | { ok: false; error: string }

/** Facts from JSON, or one sentence that names every field at fault. It never repeats a value: values are personal data. */
export function parseFacts(value: unknown): ParsedFacts {
  const parsed = factsSchema.safeParse(value)
  if (parsed.success) return { ok: true, facts: parsed.data }
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'facts'}: ${issue.message}`)
  return { ok: false, error: faults.join('; ') }
}
