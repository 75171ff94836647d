import { GROUNDS } from '@/lib/rules'
import { z } from 'zod'
import { RELATIONS } from './relation'

/**
 * What an appeal claims, as it is kept and as the reviewer reads it: one shape a kind. What people typed into the form
 * (`appeal-answers.ts`) has become people by then; ID numbers are normalised.
 */
const person = z.object({ idNumber: z.string(), name: z.string() })
const guardian = person.extend({ relation: z.enum(RELATIONS) })

/** Whose child a guardian is; the notice's words are 祖父母 and 外祖父母. */
export const KINSHIPS = ['PATERNAL_GRANDFATHER', 'PATERNAL_GRANDMOTHER', 'MATERNAL_GRANDFATHER', 'MATERNAL_GRANDMOTHER'] as const
export type Kinship = (typeof KINSHIPS)[number]

export const SINGLE_PARENT_REASONS = ['DIVORCED', 'WIDOWED', 'UNMARRIED', 'OTHER'] as const
export type SingleParentReason = (typeof SINGLE_PARENT_REASONS)[number]

/** The student's registration as the household book has it, where the register has none. */
export const claimedHousehold = z.object({ address: z.string(), headIdNumber: z.string().nullable() })

const version = { schemaVersion: z.literal(1) }

export const appealClaim = z.discriminatedUnion('kind', [
  z.object({ ...version, kind: z.literal('STUDENT_NOT_FOUND'), student: person, guardians: z.array(guardian), household: claimedHousehold }),
  z.object({ ...version, kind: z.literal('GUARDIAN_MISMATCH'), student: person, guardians: z.array(guardian), explanation: z.string() }),
  z.object({ ...version, kind: z.literal('SINGLE_PARENT'), removed: z.string(), reason: z.enum(SINGLE_PARENT_REASONS), explanation: z.string() }),
  z.object({ ...version, kind: z.literal('BLENDED_FAMILY'), kept: z.string(), explanation: z.string() }),
  z.object({ ...version, kind: z.literal('GRANDPARENT_KINSHIP'), grandparent: person, kinship: z.enum(KINSHIPS), through: z.string() }),
  z.object({ ...version, kind: z.literal('NO_VALID_MATERIALS'), ground: z.enum(GROUNDS), address: z.string(), evidence: z.string() }),
])
export type AppealClaim = z.infer<typeof appealClaim>
export type ClaimOf<Kind extends AppealClaim['kind']> = Extract<AppealClaim, { kind: Kind }>

/** What the county established, kept beside the findings with its source. */
export const establishedRecord = z.object({ ...version, student: person, guardians: z.array(guardian.extend({ name: z.string().nullable() })), household: claimedHousehold.nullable() })
export type EstablishedRecord = z.infer<typeof establishedRecord>
export const establishedKinship = z.object({ ...version, grandparent: person, kinship: z.enum(KINSHIPS), through: z.string() })
export type EstablishedKinship = z.infer<typeof establishedKinship>
export const establishedMaterials = z.object({ ...version, ground: z.enum(GROUNDS), address: z.string() })
export type EstablishedMaterials = z.infer<typeof establishedMaterials>

/** From `property` on they come from the desk alone, and their shapes stand in `desk-entries.ts`. */
export const ESTABLISHMENT_KINDS = ['record', 'kinship', 'no-valid-materials', 'property', 'address-match', 'withdrawal'] as const
export type EstablishmentKind = (typeof ESTABLISHMENT_KINDS)[number]
