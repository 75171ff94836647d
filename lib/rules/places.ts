import { isUrban, matchParts, parseAddress, rowById, type AddressParts, type CatchmentRow } from './catchment/catchment'
import type { Season } from './season'
import type { TraceEntry } from './trace'

/** Which rows of the catchment an address takes part in, by what it is the address of. */
export type AddressUse = 'property' | 'household' | 'residence'

/** An address as the facts give it; `matchedRow` is set where the county's desk matched it by hand. */
export type Place = { readonly address: string; readonly matchedRow?: string | null }

export type PlaceMatch =
  | { readonly status: 'matched'; readonly row: CatchmentRow }
  | { readonly status: 'ambiguous'; readonly candidates: readonly CatchmentRow[] }
  | { readonly status: 'unmatched' }

export const UNMATCHED: PlaceMatch = { status: 'unmatched' }

/** The addresses of one family: each distinct one is taken apart once. */
export class Places {
  readonly #season: Season
  readonly #addresses: string[] = []
  readonly #parts: AddressParts[] = []
  /** what the desk decided, for the trace */
  readonly byDesk: TraceEntry[] = []

  constructor(season: Season) {
    this.#season = season
  }

  parts(address: string): AddressParts {
    const known = this.#parts[this.#addresses.indexOf(address)]
    if (known) return known
    const parts = parseAddress(address, this.#season.catchment)
    this.#addresses.push(address)
    this.#parts.push(parts)
    return parts
  }

  /**
   * The row of an address. What the desk matched is not matched again by machine, not even when its row has gone: somebody
   * looked at that address and found the machine wanting, so it goes back to the desk instead.
   */
  match(place: Place, whose: string, use: AddressUse, counterparts: readonly Place[]): PlaceMatch {
    const { catchment } = this.#season
    if (place.matchedRow == null) {
      return matchParts(this.parts(place.address), catchment, use, counterparts.map((one) => this.parts(one.address)))
    }
    const row = rowById(catchment, place.matchedRow)
    this.byDesk.push({ code: 'MATCHED_BY_DESK', verdict: row ? 'met' : 'unmet', because: { whose, row: place.matchedRow } })
    return row ? { status: 'matched', row } : UNMATCHED
  }

  isUrban(address: string): boolean {
    return isUrban(this.parts(address), this.#season.catchment)
  }
}

/** Whether two rows name the same set of schools, in whatever order. */
export function sameSchools(one: CatchmentRow, other: CatchmentRow): boolean {
  if (one === other) return true
  return one.schools.length === other.schools.length && one.schools.every((school) => other.schools.includes(school))
}
