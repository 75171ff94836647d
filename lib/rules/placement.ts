import type { Basis } from './vocabulary'
import type { PlaceMatch } from './places'

/**
 * Where the child is pre-allocated. Unless it is `matched` or `choice-required`, `row` and `zone` are null and `schools` is
 * empty. `by-hand`: the county places the child, and nothing is refused for that.
 */
export type Placement = {
  readonly status: 'matched' | 'choice-required' | 'ambiguous' | 'unmatched' | 'by-hand'
  readonly row: string | null
  readonly schools: readonly string[]
  readonly zone: string | null
  /** the address lies in a choice zone, whether or not the choice has been made */
  readonly choiceRequired: boolean
  /** ids of the rows between which nothing decides */
  readonly candidates?: readonly string[]
}

/** A preference, or null: an empty one is none. */
export function preference(preferredSchool: string | null | undefined): string | null {
  return preferredSchool == null || preferredSchool.trim() === '' ? null : preferredSchool
}

/** The match of the basis' address as a placement (R-25, R-41). */
export function placementOf(match: PlaceMatch, basis: Basis, preferred: string | null): Placement {
  if (match.status !== 'matched') {
    const byHand = basis === 'HOUSEHOLD_REGISTRATION' || basis === 'NO_VALID_MATERIALS'
    const nowhere = { status: byHand ? ('by-hand' as const) : match.status, row: null, schools: [], zone: null, choiceRequired: false }
    return match.status === 'ambiguous' ? { ...nowhere, candidates: match.candidates.map((candidate) => candidate.row) } : nowhere
  }
  const { row } = match
  if (row.schools.length < 2) return { status: 'matched', row: row.row, schools: row.schools, zone: null, choiceRequired: false }
  const chosen = preferred !== null && row.schools.includes(preferred)
  return {
    status: chosen ? 'matched' : 'choice-required',
    row: row.row,
    schools: chosen ? [preferred] : row.schools,
    zone: row.zone || null,
    choiceRequired: true,
  }
}
