import type { Assessment } from './assessment'
import { grandparentsOwning, isGuardian, isOwnedByFamily, isProved, isResidential, type Contract, type Property } from './family'
import { birthDateOf, idNumberFault, type IdNumberFault } from './id-number'
import { includesIdNumber } from './text'
import type { TraceEntry, Verdict } from './trace'
import { REFUSAL_CODES, type RefusalCode } from './vocabulary'

/** Why a registration is not admitted. Each code is there at most once. */
export type Refusal = {
  readonly code: RefusalCode
  /** INVALID_ID_NUMBER: `signedIn`, `student`, `guardians.0`, `grandparents.1` */
  readonly whose?: readonly string[]
  /** OWNER_NOT_SIGNED_IN: which of the deed's owners may sign in, by their place among the owners … */
  readonly owners?: readonly number[]
  /** … and by their place among the guardians */
  readonly guardians?: readonly number[]
}

type Because = Readonly<Record<string, unknown>>
type Outcome = { readonly verdict: Verdict; readonly because: Because; readonly details?: Omit<Refusal, 'code'> }

const NOT_APPLICABLE: Outcome = { verdict: 'not-applicable', because: {} }

function tested(holds: boolean, because: Because): Outcome {
  return { verdict: holds ? 'met' : 'unmet', because }
}

/** What each code asks; `met` means that there is nothing to refuse. */
const TESTS: Readonly<Record<RefusalCode, (child: Assessment) => Outcome>> = {
  SEASON_NOT_OPEN: ({ at, facts, season: { settings } }) => tested(!(at < settings.opensAt), { at: facts.at, opensAt: settings.opensAt }),
  SEASON_CLOSED: ({ at, facts, season: { settings } }) => tested(!(at >= settings.closesAt), { at: facts.at, closesAt: settings.closesAt }),
  INVALID_ID_NUMBER: testIdNumbers,
  BORN_TOO_LATE: ({ facts, season: { settings } }) => {
    const bornOn = birthDateOf(facts.student.idNumber)
    return bornOn === null ? NOT_APPLICABLE : tested(bornOn <= settings.bornTo, { bornOn, bornTo: settings.bornTo })
  },
  BORN_TOO_EARLY: ({ facts, season: { settings } }) => {
    const bornOn = birthDateOf(facts.student.idNumber)
    return bornOn === null ? NOT_APPLICABLE : tested(bornOn >= settings.bornFrom, { bornOn, bornFrom: settings.bornFrom })
  },
  SIGNED_IN_NOT_GUARDIAN: ({ facts }) => tested(isGuardian(facts, facts.signedIn), { guardians: facts.guardians.length }),
  OWNER_NOT_SIGNED_IN: testOwner,
  NOT_FAMILY_PROPERTY: testFamilyProperty,
  KINSHIP_UNPROVED: (child) => {
    if (child.facts.choice.basis !== 'GRANDPARENT_DEED' || !child.holding) return NOT_APPLICABLE
    const owning = grandparentsOwning(child.facts, owners(child.holding))
    if (owning.length === 0) return NOT_APPLICABLE
    const proofs = owning.map((grandparent) => grandparent.proof ?? null)
    return tested(owning.some((grandparent) => isProved(child.facts, grandparent)), { proofs })
  },
  BUYER_NOT_SIGNED_IN: ({ facts, holding }) => {
    if (facts.choice.basis !== 'PURCHASE_CONTRACT') return NOT_APPLICABLE
    return tested(holding != null && includesIdNumber(owners(holding), facts.signedIn), { contract: holding != null })
  },
  NOT_RESIDENTIAL: ({ holding, season }) => (holding ? tested(isResidential(season, holding.use), { use: holding.use }) : NOT_APPLICABLE),
  PROPERTY_OUTSIDE_COUNTY: ({ holding, season: { settings } }) =>
    holding ? tested(holding.county === settings.county, { county: holding.county }) : NOT_APPLICABLE,
  ADDRESS_UNMATCHED: (child) => testAddress(child, 'unmatched'),
  ADDRESS_AMBIGUOUS: (child) => testAddress(child, 'ambiguous'),
  HOUSEHOLD_NOT_URBAN: ({ facts, studentIsUrban }) =>
    facts.choice.basis === 'HOUSEHOLD_REGISTRATION' ? tested(studentIsUrban, { urban: studentIsUrban }) : NOT_APPLICABLE,
  FAMILY_OWNS_URBAN_HOUSING: ({ facts, values }) =>
    facts.choice.basis === 'NO_VALID_MATERIALS'
      ? tested(values.family_owns_urban_housing === 'no', { family_owns_urban_housing: values.family_owns_urban_housing })
      : NOT_APPLICABLE,
  MATERIALS_NOT_APPROVED: ({ facts: { choice } }) =>
    choice.basis === 'NO_VALID_MATERIALS' ? tested(choice.approved, { approved: choice.approved }) : NOT_APPLICABLE,
  SCHOOL_CHOICE_REQUIRED: ({ placement, preferred }) =>
    placement.choiceRequired ? tested(preferred !== null, { zone: placement.zone, preferred }) : NOT_APPLICABLE,
  SCHOOL_NOT_IN_ZONE: ({ placement, preferred }) =>
    placement.choiceRequired && preferred !== null ? tested(placement.status === 'matched', { zone: placement.zone, preferred }) : NOT_APPLICABLE,
  NO_CATEGORY: ({ decision }) => tested(decision.category !== null, { row: decision.category?.row ?? null }),
}

/** In the order of the table; the entry of a code that a basis has nothing to do with is always the same one. */
const ORDERED = REFUSAL_CODES.map((code) => {
  const notAsked: TraceEntry = { code, verdict: 'not-applicable', because: {} }
  return { code, test: TESTS[code], notAsked }
})

/** Every test in the order of the codes: the refusals, and an entry of the trace for each code. */
export function testRefusals(child: Assessment): { refusals: Refusal[]; trace: TraceEntry[] } {
  const refusals: Refusal[] = []
  const trace: TraceEntry[] = []
  for (const { code, test, notAsked } of ORDERED) {
    const outcome = test(child)
    trace.push(outcome === NOT_APPLICABLE ? notAsked : { code, verdict: outcome.verdict, because: outcome.because })
    if (outcome.verdict === 'unmet') refusals.push(outcome.details ? { code, ...outcome.details } : { code })
  }
  return { refusals, trace }
}

/** GB 11643 of everybody who is named; the refusal says whose number is wrong. */
function testIdNumbers({ facts }: Assessment): Outcome {
  const faults: Record<string, IdNumberFault> = {}
  const check = (whose: string, idNumber: string) => {
    const fault = idNumberFault(idNumber)
    if (fault) faults[whose] = fault
  }
  check('signedIn', facts.signedIn)
  check('student', facts.student.idNumber)
  facts.guardians.forEach((guardian, index) => check(`guardians.${index}`, guardian.idNumber))
  facts.grandparents.forEach((grandparent, index) => check(`grandparents.${index}`, grandparent.idNumber))
  const whose = Object.keys(faults)
  return whose.length === 0 ? tested(true, {}) : { verdict: 'unmet', because: faults, details: { whose } }
}

/** a deed that guardians own needs one of its owners to be signed in; a deed of the student alone, either guardian. */
function testOwner({ facts, holding }: Assessment): Outcome {
  if (facts.choice.basis !== 'TITLE_DEED' || !holding) return NOT_APPLICABLE
  const all = owners(holding)
  const entitled = indexesWhere(all, (owner) => isGuardian(facts, owner))
  if (entitled.length === 0) return NOT_APPLICABLE
  if (includesIdNumber(all, facts.signedIn)) return tested(true, { owners: entitled })
  const guardians = indexesWhere(facts.guardians, (guardian) => includesIdNumber(all, guardian.idNumber))
  return { verdict: 'unmet', because: { owners: entitled, guardians }, details: { owners: entitled, guardians } }
}

/** A title deed is the student's or a guardian's, a grandparents' deed a listed grandparent's; and the registries know it. */
function testFamilyProperty({ facts, holding }: Assessment): Outcome {
  const { basis } = facts.choice
  if (basis !== 'TITLE_DEED' && basis !== 'GRANDPARENT_DEED') return NOT_APPLICABLE
  if (!holding) return tested(false, { certificate: false })
  const all = owners(holding)
  const isFamilys = basis === 'TITLE_DEED' ? isOwnedByFamily(facts, all) : grandparentsOwning(facts, all).length > 0
  return tested(isFamilys, { certificate: true, owners: all.length })
}

/** Until the county has matched its address, no seat can be pre-allocated on a deed or a contract. */
function testAddress({ holding, season, match }: Assessment, status: 'unmatched' | 'ambiguous'): Outcome {
  if (!holding || holding.county !== season.settings.county) return NOT_APPLICABLE
  return tested(match.status !== status, { status: match.status })
}

function owners(holding: Property | Contract): readonly string[] {
  return 'owners' in holding ? holding.owners : holding.buyers
}

function indexesWhere<T>(list: readonly T[], holds: (one: T) => boolean): number[] {
  return list.flatMap((one, index) => (holds(one) ? [index] : []))
}
