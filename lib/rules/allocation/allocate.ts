import type { AllocationSettings } from '../settings'
import type { AllocationOutcome, AllocationReason } from '../vocabulary'
import { beforeTheLot, inOrder, lineOf, type Candidate, type Unit } from './line'

export type Seats = { readonly school: string; /** null where the county has not said */ readonly capacity: number | null }
/** `school` is null while the county places by hand; `held` is the school at which seats are held for the child and its siblings until then. */
export type AllocationDecision = { readonly id: string; readonly outcome: AllocationOutcome; readonly school: string | null; readonly because: AllocationReason; readonly held?: string }
/** `coordinated` are those who came from another school; `held` are seats of a pair that is placed by hand. */
export type Load = { readonly school: string; readonly capacity: number; readonly admitted: number; readonly coordinated: number; readonly held: number }
/** What keeps a run from being made, and of which school. */
export type AllocationFinding = { readonly code: 'CAPACITY_MISSING' | 'SCHOOL_UNKNOWN'; readonly school: string }
export type Allocation = { readonly decisions: readonly AllocationDecision[]; readonly loads: readonly Load[] }

type Places = Pick<AllocationSettings, 'overflow' | 'neighbours'>
/** `seats` are those that it takes: of a pair that does not fit fewer than its members. */
type Place = { outcome: 'admitted' | 'coordinated' | 'held' | 'unplaced'; school: string; seats: number; because: AllocationReason }

/**
 * The final allocation: by school in the order of the line, up to its seats; the rest in the same order to the first
 * neighbour that has seats. Siblings of one category are placed together, or by hand with the seats that were left held for
 * them. The same whatever order the candidates come in. A run with findings is none.
 */
export function allocate(candidates: readonly Candidate[], schools: readonly Seats[], { overflow, neighbours }: Places): { findings: AllocationFinding[] } | Allocation {
  const findings = findingsIn(candidates, schools)
  if (findings.length > 0) return { findings }
  const free = new Map(schools.map(({ school, capacity }) => [school, capacity ?? 0]))
  const line = lineOf(candidates)
  const placed = new Map<Unit, Place>()
  for (const unit of line) placed.set(unit, seatedAtHome(unit, free))
  sayWhereTheLotDecided(placed)
  holdWhereSiblingsAreApart(placed)
  for (const [unit, place] of placed) {
    if (place.outcome === 'unplaced' && place.because === 'NO_SEAT_LEFT' && overflow === 'neighbours') placed.set(unit, seatedNearby(unit, place, neighbours[unit.school] ?? [], free))
  }
  holdWhereSiblingsAreApart(placed)
  return { decisions: decisionsOf(candidates, placed), loads: loadsOf(schools, placed) }
}

function findingsIn(candidates: readonly Candidate[], schools: readonly Seats[]): AllocationFinding[] {
  const known = new Set(schools.map(({ school }) => school))
  const wanted = new Set(candidates.map(({ school }) => school).filter((school) => school !== null))
  return [
    ...schools.filter(({ capacity }) => capacity === null).map(({ school }): AllocationFinding => ({ code: 'CAPACITY_MISSING', school })),
    ...[...wanted].filter((school) => !known.has(school)).toSorted(inOrder).map((school): AllocationFinding => ({ code: 'SCHOOL_UNKNOWN', school })),
  ]
}

/** Takes what seats there are: all that the unit needs, or of a pair those that are left, until somebody decides. */
function seatedAtHome({ school, members }: Unit, free: Map<string, number>): Place {
  const left = free.get(school) ?? 0
  const taken = Math.min(left, members.length)
  free.set(school, left - taken)
  if (taken === members.length) return { outcome: 'admitted', school, seats: taken, because: 'WITHIN_CAPACITY' }
  return taken > 0 ? { outcome: 'held', school, seats: taken, because: 'SIBLINGS_DO_NOT_FIT' } : { outcome: 'unplaced', school, seats: 0, because: 'NO_SEAT_LEFT' }
}

function seatedNearby({ members }: Unit, place: Place, nearby: readonly string[], free: Map<string, number>): Place {
  const school = nearby.find((one) => (free.get(one) ?? 0) >= members.length)
  if (school === undefined) return place
  free.set(school, (free.get(school) ?? 0) - members.length)
  return { outcome: 'coordinated', school, seats: members.length, because: 'NEIGHBOUR_SCHOOL' }
}

/** Where somebody with the same category and criteria was not admitted, only the lot told the two apart. */
function sayWhereTheLotDecided(placed: Map<Unit, Place>): void {
  const left = new Set([...placed].filter(([, { outcome }]) => outcome !== 'admitted').map(([unit]) => beforeTheLot(unit)))
  for (const [unit, place] of placed) if (place.outcome === 'admitted' && left.has(beforeTheLot(unit))) placed.set(unit, { ...place, because: 'LOT_DRAWN' })
}

/**
 * Siblings of several categories who want one school and are not all in the same one now: none of them is told anything
 * before the county has decided, and what seats they have stay theirs.
 */
function holdWhereSiblingsAreApart(placed: Map<Unit, Place>): void {
  const families = Map.groupBy([...placed.keys()].filter(({ first }) => first.family !== null), ({ school, first }) => JSON.stringify([school, first.family]))
  for (const units of families.values()) {
    const places = units.map((unit) => placed.get(unit)).filter((place) => place !== undefined)
    const together = new Set(places.map(({ outcome, school }) => (outcome === 'unplaced' ? null : school)))
    if (units.length < 2 || (together.size === 1 && places.every(({ outcome }) => outcome !== 'held'))) continue
    for (const unit of units) {
      const place = placed.get(unit)
      if (!place || place.because === 'SIBLINGS_DO_NOT_FIT') continue
      placed.set(unit, { ...place, outcome: place.outcome === 'unplaced' ? 'unplaced' : 'held', because: 'SIBLINGS_APART' })
    }
  }
}

function decisionsOf(candidates: readonly Candidate[], placed: ReadonlyMap<Unit, Place>): AllocationDecision[] {
  const ofUnits = [...placed].flatMap(([{ members }, { outcome, school, because }]) =>
    members.map(({ id }): AllocationDecision => {
      if (outcome === 'admitted' || outcome === 'coordinated') return { id, outcome, school, because }
      return { id, outcome: 'by-hand', school: null, because, ...(outcome === 'held' ? { held: school } : {}) }
    }),
  )
  const nowhere = candidates.filter(({ school }) => school === null).map(({ id }): AllocationDecision => ({ id, outcome: 'by-hand', school: null, because: 'NO_SCHOOL' }))
  return [...ofUnits, ...nowhere].toSorted((one, other) => inOrder(one.id, other.id))
}

function loadsOf(schools: readonly Seats[], placed: ReadonlyMap<Unit, Place>): Load[] {
  const loads = new Map(schools.map(({ school, capacity }) => [school, { school, capacity: capacity ?? 0, admitted: 0, coordinated: 0, held: 0 }]))
  for (const { outcome, school, seats } of placed.values()) {
    const load = loads.get(school)
    if (load && outcome !== 'unplaced') load[outcome] += seats
  }
  return [...loads.values()].toSorted((one, other) => inOrder(one.school, other.school))
}
