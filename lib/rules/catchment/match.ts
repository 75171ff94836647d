import type { AddressParts } from '../addresses/parts'
import type { Catchment, NamedRow } from './compile'
import { contains } from './number-set'
import type { CatchmentRow } from './row'

/** What an address is the address of; `any` lets every row take part. */
export type MatchUse = 'property' | 'household' | 'residence' | 'any'

export type Match =
  | { readonly status: 'matched'; readonly row: CatchmentRow }
  | { readonly status: 'ambiguous'; readonly candidates: readonly CatchmentRow[] }
  | { readonly status: 'unmatched' }

const UNMATCHED: Match = { status: 'unmatched' }

/**
 * The row of an address: the most specific one. Rows of the best rank that name different schools are candidates,
 * never a guess, and a lower rank does not break the tie.
 * @param counterparts addresses of which one must be in a `both` row besides this one
 */
export function matchParts(parts: AddressParts, catchment: Catchment, use: MatchUse, counterparts: readonly AddressParts[]): Match {
  if (parts.foreign) return UNMATCHED
  const search = new Search(parts, use, counterparts)
  for (const part of parts.estates) search.visit(catchment.byKind.estate.get(part.name), part.building)
  for (const part of parts.roads) search.visit(catchment.byKind.road.get(part.name), part.number)
  for (const part of parts.villages) search.visit(catchment.byKind.village.get(part.name), part.group)
  for (const name of parts.communities) search.visit(catchment.byKind.community.get(name), null)
  for (const name of parts.towns) search.visit(catchment.byKind.town.get(name), null)
  return search.outcome()
}

class Search {
  readonly #parts: AddressParts
  readonly #use: MatchUse
  readonly #counterparts: readonly AddressParts[]
  #rank = 9
  #found: NamedRow[] = []

  constructor(parts: AddressParts, use: MatchUse, counterparts: readonly AddressParts[]) {
    this.#parts = parts
    this.#use = use
    this.#counterparts = counterparts
  }

  visit(rows: readonly NamedRow[] | undefined, number: number | string | null): void {
    if (rows === undefined) return
    for (const entry of rows) {
      const { row } = entry
      if (row.rank > this.#rank || !covers(row, number) || !inTown(row, this.#parts) || !this.#takesPart(row)) continue
      if (row.rank < this.#rank) {
        this.#rank = row.rank
        this.#found = [entry]
      } else if (!this.#found.includes(entry)) this.#found.push(entry)
    }
  }

  outcome(): Match {
    const [first] = this.#found
    if (first === undefined) return UNMATCHED
    if (this.#found.length === 1) return { status: 'matched', row: first.row }
    const inOrder = this.#found.toSorted((one, other) => one.place - other.place)
    if (inOrder.some((entry) => entry.schools !== first.schools)) return { status: 'ambiguous', candidates: inOrder.map((entry) => entry.row) }
    return { status: 'matched', row: inOrder[0]?.row ?? first.row }
  }

  #takesPart(row: CatchmentRow): boolean {
    if (row.applies === 'any' || this.#use === 'any') return true
    if (this.#use === 'residence') return false
    return row.applies === 'both' ? this.#counterparts.some((counterpart) => isIn(row, counterpart)) : row.applies === this.#use
  }
}

function covers(row: CatchmentRow, number: number | string | null): boolean {
  return row.covered === null || (typeof number === 'number' && contains(row.covered, number))
}

function inTown(row: CatchmentRow, parts: AddressParts): boolean {
  return row.town === '' || parts.towns.every((town) => town === row.town)
}

/** Whether an address is in a row, whatever other rows it is in. */
function isIn(row: CatchmentRow, parts: AddressParts): boolean {
  if (parts.foreign || !inTown(row, parts)) return false
  const named = (name: string) => name === row.place || row.aliases.includes(name)
  switch (row.kind) {
    case 'estate': return parts.estates.some((part) => named(part.name) && covers(row, part.building))
    case 'road': return parts.roads.some((part) => named(part.name) && covers(row, part.number))
    case 'village': return parts.villages.some((part) => named(part.name) && covers(row, part.group))
    case 'community': return parts.communities.some(named)
    case 'town': return parts.towns.some(named)
  }
}
