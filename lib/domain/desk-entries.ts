import { z } from 'zod'
import { establishedKinship, establishedMaterials, establishedRecord, claimedHousehold } from './appeal-claims'
import { OWNER_RELATIONS, PAPERS } from './papers'
import { RELATIONS } from './relation'

/**
 * What the county's desk enters for a family: one shape a kind, as it is proposed to the second officer, and what
 * stands beside the findings once that officer has approved. ID numbers are normalised.
 */
export const DESK_KINDS = ['property', 'address-match', 'identity', 'remove-guardian', 'withdrawal'] as const
export type DeskKind = (typeof DESK_KINDS)[number]

export function isDeskKind(kind: string): kind is DeskKind {
  return DESK_KINDS.some((one) => one === kind)
}

/** What an address is the address of; the catchment's rows hold for some of them and not for others. */
const MATCH_USES = ['property', 'contract', 'household', 'residence'] as const
export type MatchUse = (typeof MATCH_USES)[number]

const version = { schemaVersion: z.literal(1) }
const person = z.object({ idNumber: z.string(), name: z.string() })
const guardian = person.extend({ relation: z.enum(RELATIONS) })

const verifiedProperty = z.object({
  certificateNumber: z.string(),
  county: z.string(),
  address: z.string(),
  use: z.string(),
  owners: z.array(person.extend({ relation: z.enum(OWNER_RELATIONS) })),
})

const matchedAddress = z.object({ use: z.enum(MATCH_USES), address: z.string(), row: z.string() })

export const establishedProperty = verifiedProperty.extend({ ...version, paper: z.enum(PAPERS.property) })
export type EstablishedProperty = z.infer<typeof establishedProperty>
export const establishedMatch = matchedAddress.extend(version)
export type EstablishedMatch = z.infer<typeof establishedMatch>

/** What the county has established wrongly, and takes back: named by its establishment, which itself is never changed. */
export const establishedWithdrawal = z.object({ ...version, withdraws: z.string() })
export type EstablishedWithdrawal = z.infer<typeof establishedWithdrawal>

/** The kinds of what two officers may take back. */
export const WITHDRAWABLE = ['property', 'address-match', 'kinship', 'no-valid-materials'] as const

/**
 * What two officers may take back. A record is not among it: another identity takes its place, or a guardianship ends, so
 * that a child never stands without people.
 */
const fact = <Kind extends (typeof WITHDRAWABLE)[number], Value extends z.ZodType>(kind: Kind, value: Value) => z.object({ id: z.string(), kind: z.literal(kind), value })
const withdrawable = z.discriminatedUnion('kind', [fact('property', establishedProperty), fact('address-match', establishedMatch), fact('kinship', establishedKinship), fact('no-valid-materials', establishedMaterials)])
export type Withdrawable = z.infer<typeof withdrawable>

/** What was known when it was proposed: if that has changed since, the second officer reads of another state than is. */
const known = {
  property: z.object({ source: z.enum(['registry', 'desk']), property: verifiedProperty.extend({ owners: z.array(z.object({ idNumber: z.string(), name: z.string().nullable() })) }) }).nullable(),
  match: z.object({ status: z.enum(['matched', 'ambiguous', 'unmatched']), row: z.string().nullable(), byDesk: z.boolean() }),
  record: z.object({ id: z.string(), source: z.enum(['registry', 'county']), ...establishedRecord.pick({ student: true, guardians: true }).shape }).nullable(),
}
export type KnownProperty = z.infer<typeof known.property>
export type KnownMatch = z.infer<typeof known.match>
export type KnownRecord = z.infer<typeof known.record>

export const deskEntry = z.discriminatedUnion('kind', [
  z.object({ ...version, kind: z.literal('property'), paper: z.enum(PAPERS.property), why: z.string(), property: verifiedProperty, known: known.property }),
  z.object({ ...version, kind: z.literal('address-match'), paper: z.enum(PAPERS['address-match']), why: z.string(), ...matchedAddress.shape, known: known.match }),
  z.object({ ...version, kind: z.literal('identity'), paper: z.enum(PAPERS.identity), why: z.string(), student: person, guardians: z.array(guardian), household: claimedHousehold.nullable(), known: known.record }),
  z.object({ ...version, kind: z.literal('remove-guardian'), why: z.string(), guardian: guardian.extend({ guardianId: z.string() }), known: known.record }),
  z.object({ ...version, kind: z.literal('withdrawal'), why: z.string(), known: withdrawable }),
])
export type DeskEntry = z.infer<typeof deskEntry>
export type EntryOf<Kind extends DeskKind> = Extract<DeskEntry, { kind: Kind }>

/** The row that the desk has set for an address; the newest counts, and of an address that is written otherwise it says nothing. */
export function rowByDesk(matches: readonly EstablishedMatch[], use: MatchUse, address: string): string | null {
  return matches.find((match) => match.use === use && match.address === address)?.row ?? null
}

/** What of that on which a seat is asked for the county has verified offline, for the pages that name the source. */
export const VERIFIED = ['property', 'address'] as const
export type Verified = (typeof VERIFIED)[number]

/** A draft that nobody lays before the second officer is dropped after this long, with its scans; the season's clock. */
export const ABANDONED_MS = 7 * 24 * 60 * 60 * 1000
