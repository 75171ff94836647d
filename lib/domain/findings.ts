import { z } from 'zod'
import { RELATIONS } from './relation'

/**
 * What a registry said, as it is kept under the application's key and parsed on the way out.
 * ID numbers are as the register writes them (18 characters, `X` in upper case); dates are `YYYY-MM-DD`.
 */
const version = { schemaVersion: z.literal(1) }

/** A child and whom the record names as guardians. `name` is null where the register knows only the number. */
export const recordFinding = z.object({
  ...version,
  student: z.object({ idNumber: z.string(), name: z.string() }),
  guardians: z.array(z.object({ idNumber: z.string(), name: z.string().nullable(), relation: z.enum(RELATIONS) })),
})
export type RecordFinding = z.infer<typeof recordFinding>

/** Household registrations (户籍) of those who were asked about; whoever the register does not know is not in the list. */
export const householdFinding = z.object({
  ...version,
  people: z.array(
    z.object({
      idNumber: z.string(),
      name: z.string(),
      householdNumber: z.string().nullable(),
      address: z.string().nullable(),
      headIdNumber: z.string().nullable(),
      headName: z.string().nullable(),
      registeredOn: z.string().nullable(),
    }),
  ),
})
export type HouseholdFinding = z.infer<typeof householdFinding>

const namedPerson = z.object({ idNumber: z.string(), name: z.string().nullable() })

/** Every property of which somebody who was asked about is an owner. An empty list is an answer too (「0 套」, R-20). */
export const propertyFinding = z.object({
  ...version,
  properties: z.array(
    z.object({
      certificateNumber: z.string(),
      county: z.string(),
      address: z.string(),
      use: z.string(),
      owners: z.array(namedPerson),
      registeredOn: z.string().nullable(),
    }),
  ),
})
export type PropertyFinding = z.infer<typeof propertyFinding>

/** A purchase contract on file (购房合同备案), asked for by its number. */
export const contractFinding = z.object({
  ...version,
  contracts: z.array(
    z.object({
      contractNumber: z.string(),
      county: z.string(),
      address: z.string(),
      use: z.string(),
      buyers: z.array(namedPerson),
      filedOn: z.string().nullable(),
    }),
  ),
})
export type ContractFinding = z.infer<typeof contractFinding>

/** Whether a grandparent is a parent of one of the guardians (R-33); `through` are those guardians' ID numbers. */
export const kinshipFinding = z.object({
  ...version,
  grandparent: z.object({ idNumber: z.string(), name: z.string() }),
  through: z.array(z.string()),
})
export type KinshipFinding = z.infer<typeof kinshipFinding>

export const UNAVAILABLE_REASONS = ['timeout', 'refused', 'invalid'] as const
export type UnavailableReason = (typeof UNAVAILABLE_REASONS)[number]

/**
 * Unknown is a value: a registry that is down is not a registry that said no.
 * `why` is for the log (late, not to be reached or refusing, answering rubbish); families read the same sentence for all three.
 */
export type Answer<Value> =
  | { outcome: 'found'; value: Value; snapshotVersion: string | null }
  | { outcome: 'not-found' }
  | { outcome: 'unavailable'; why: UnavailableReason }
