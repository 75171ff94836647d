import { decisionFor, type CriterionValues, type Decision } from './decisions'
import type { Facts } from './facts'
import { familyHomes, holdingOfBasis, householdHead, householdUsed, type Contract, type Property } from './family'
import { instantOf } from './instant'
import { placementOf, preference, type Placement } from './placement'
import { Places, sameSchools, UNMATCHED, type Place, type PlaceMatch } from './places'
import type { Season } from './season'
import type { TraceEntry } from './trace'
import type { HouseholdPlace } from './vocabulary'

/** Everything that the refusals, the category and the placement of one child are read from. */
export type Assessment = {
  readonly facts: Facts
  readonly season: Season
  readonly at: number
  /** the deed or contract of the basis; undefined when there is none of that number, null when the basis needs none */
  readonly holding: Property | Contract | undefined | null
  readonly match: PlaceMatch
  readonly preferred: string | null
  readonly placement: Placement
  readonly values: CriterionValues
  readonly decision: Decision
  readonly studentIsUrban: boolean
  /** how the addresses were matched, for the trace */
  readonly addresses: readonly TraceEntry[]
}

export function assess(facts: Facts, season: Season): Assessment {
  const { choice, student } = facts
  const places = new Places(season)
  const addresses: TraceEntry[] = []
  const homes = familyHomes(facts, season)
  const holding = holdingOfBasis(facts)
  const match = matchBasis(facts, season, places, holding, homes)
  addresses.push(matchEntry('BASIS_ADDRESS', match, {}))

  const counterparts = holding ? [holding] : homes
  const studentIsUrban = student.household != null && places.isUrban(student.household.address)
  const placeOf = (place: Place | null | undefined, whose: string): HouseholdPlace => {
    if (place == null) return 'outside'
    if (match.status === 'matched') {
      const registered = places.match(place, whose, 'household', counterparts)
      addresses.push(matchEntry('HOUSEHOLD_ADDRESS', registered, { whose }))
      if (registered.status === 'matched' && sameSchools(registered.row, match.row)) return 'in-catchment'
    }
    return places.isUrban(place.address) ? 'urban' : 'outside'
  }

  const values: CriterionValues = {
    basis: choice.basis,
    ground: choice.basis === 'NO_VALID_MATERIALS' ? choice.ground : null,
    student_household: placeOf(student.household, 'student'),
    guardian_household: bestOf(facts.guardians.map((guardian) => guardian.household), (household, index) => placeOf(household, `guardians.${index}`)),
    household_head: householdHead(facts),
    family_owns_urban_housing: homes.some((home) => places.isUrban(home.address)) ? 'yes' : 'no',
  }
  const preferred = preference(choice.preferredSchool)
  return {
    facts,
    season,
    at: instantOf(facts.at) ?? Number.NaN,
    holding,
    match,
    preferred,
    placement: placementOf(match, choice.basis, preferred),
    values,
    decision: decisionFor(season.decisions, values),
    studentIsUrban,
    addresses: [...places.byDesk, ...addresses],
  }
}

/**
 * The match of the address on which the seat is asked for. A deed's or contract's counterpart is the student's registered
 * address; a registration's, a home of the family; an address of no valid materials has none.
 */
function matchBasis(facts: Facts, season: Season, places: Places, holding: Assessment['holding'], homes: readonly Property[]): PlaceMatch {
  const { choice } = facts
  if (choice.basis === 'NO_VALID_MATERIALS') return places.match(choice, 'choice', 'residence', [])
  if (choice.basis === 'HOUSEHOLD_REGISTRATION') {
    const household = householdUsed(facts, choice.of)
    return household ? places.match(household, 'choice', 'household', homes) : UNMATCHED
  }
  if (!holding || holding.county !== season.settings.county) return UNMATCHED
  return places.match(holding, 'basis', 'property', facts.student.household ? [facts.student.household] : [])
}

/** The best place of several households; looks no further once one is in the catchment. */
function bestOf<T>(households: readonly T[], placeOf: (household: T, index: number) => HouseholdPlace): HouseholdPlace {
  let best: HouseholdPlace = 'outside'
  for (const [index, household] of households.entries()) {
    const place = placeOf(household, index)
    if (place === 'in-catchment') return place
    if (place === 'urban') best = place
  }
  return best
}

function matchEntry(code: string, match: PlaceMatch, more: Readonly<Record<string, unknown>>): TraceEntry {
  if (match.status === 'matched') return { code, verdict: 'met', because: { ...more, status: match.status, row: match.row.row, schools: match.row.schools } }
  const candidates = match.status === 'ambiguous' ? { candidates: match.candidates.map((candidate) => candidate.row) } : {}
  return { code, verdict: 'unmet', because: { ...more, status: match.status, ...candidates } }
}
