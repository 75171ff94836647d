/** The five bases on which a seat can be asked for. */
export const BASES = ['TITLE_DEED', 'GRANDPARENT_DEED', 'PURCHASE_CONTRACT', 'HOUSEHOLD_REGISTRATION', 'NO_VALID_MATERIALS'] as const
export type Basis = (typeof BASES)[number]

/** What a family without valid materials relies on. */
export const GROUNDS = ['BUSINESS', 'EMPLOYMENT', 'RESIDENCE_PERMIT'] as const
export type Ground = (typeof GROUNDS)[number]

export const RELATIONS = ['FATHER', 'MOTHER', 'GUARDIAN'] as const
/** How a kinship was proved: by the registries, or by an appeal that was approved. */
export const PROOFS = ['REGISTRY', 'APPEAL'] as const

export const HOUSEHOLD_PLACES = ['in-catchment', 'urban', 'outside'] as const
export type HouseholdPlace = (typeof HOUSEHOLD_PLACES)[number]
export const HOUSEHOLD_HEADS = ['guardian', 'grandparent', 'other'] as const
export type HouseholdHead = (typeof HOUSEHOLD_HEADS)[number]
export const YES_NO = ['yes', 'no'] as const

/** The criteria of `categories.csv` with their values: a closed vocabulary. */
export const CRITERION_VALUES = {
  basis: BASES,
  ground: GROUNDS,
  student_household: HOUSEHOLD_PLACES,
  guardian_household: HOUSEHOLD_PLACES,
  household_head: HOUSEHOLD_HEADS,
  family_owns_urban_housing: YES_NO,
} as const

export const CRITERIA = ['basis', 'ground', 'student_household', 'guardian_household', 'household_head', 'family_owns_urban_housing'] as const
export type Criterion = (typeof CRITERIA)[number]

/** Every reason for which a registration is not admitted, in the order in which they are told. */
export const REFUSAL_CODES = [
  'SEASON_NOT_OPEN',
  'SEASON_CLOSED',
  'INVALID_ID_NUMBER',
  'BORN_TOO_LATE',
  'BORN_TOO_EARLY',
  'SIGNED_IN_NOT_GUARDIAN',
  'OWNER_NOT_SIGNED_IN',
  'NOT_FAMILY_PROPERTY',
  'KINSHIP_UNPROVED',
  'BUYER_NOT_SIGNED_IN',
  'NOT_RESIDENTIAL',
  'PROPERTY_OUTSIDE_COUNTY',
  'ADDRESS_UNMATCHED',
  'ADDRESS_AMBIGUOUS',
  'HOUSEHOLD_NOT_URBAN',
  'FAMILY_OWNS_URBAN_HOUSING',
  'MATERIALS_NOT_APPROVED',
  'SCHOOL_CHOICE_REQUIRED',
  'SCHOOL_NOT_IN_ZONE',
  'NO_CATEGORY',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** How the final allocation ends for a child: in its own pre-allocated school, in one with places left, or by the county's own decision. */
export const ALLOCATION_OUTCOMES = ['admitted', 'coordinated', 'by-hand'] as const
export type AllocationOutcome = (typeof ALLOCATION_OUTCOMES)[number]

/** Why it ends so. `DECIDED_BY_HAND` is two officers' decision beside the run; a run itself never says it. */
export const ALLOCATION_REASONS = ['WITHIN_CAPACITY', 'LOT_DRAWN', 'NEIGHBOUR_SCHOOL', 'NO_SCHOOL', 'SIBLINGS_DO_NOT_FIT', 'SIBLINGS_APART', 'NO_SEAT_LEFT', 'DECIDED_BY_HAND'] as const
export type AllocationReason = (typeof ALLOCATION_REASONS)[number]

/** By what those of one category stand in line, before the lot: the row of the category table, the day of the household registration. */
export const ALLOCATION_CRITERIA = ['category-row', 'registered-on'] as const

/** The appeals of the notice, which `materials.csv` lists the materials of. */
export const APPEAL_KINDS = ['STUDENT_NOT_FOUND', 'GUARDIAN_MISMATCH', 'SINGLE_PARENT', 'BLENDED_FAMILY', 'GRANDPARENT_KINSHIP', 'NO_VALID_MATERIALS'] as const
export type AppealKind = (typeof APPEAL_KINDS)[number]
export const PER = ['once', 'guardian', 'student'] as const
