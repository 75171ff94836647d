import { matchAddress, type AddressMatch, type AddressUse, type CatchmentRow, type Season } from '@/lib/rules'
import type { TriedAs } from './address-limits'

/** Nobody lives at an address of this length. */
const LONGEST = 200

/** Addresses, one a line; blank lines are none, and what a spreadsheet breaks within a cell is one line. */
export function addressLines(text: string): string[] {
  return text.split(/\r\n?|\n/).map((line) => line.replace(/\s+/g, ' ').trim().slice(0, LONGEST)).filter((line) => line !== '')
}

/** Why a row that names the same road, estate or village does not have the address. */
export type NearReason = 'town' | 'use' | 'no-number' | 'number'
export type NearRow = { readonly row: CatchmentRow; readonly because: NearReason }

/** What one season says of an address; `near` where it says nothing. */
export type AddressVerdict = { readonly match: AddressMatch; readonly near: readonly NearRow[] }

/** An address by a draft and beside it by what is published; `schools` are others, or only the row is. */
export type TriedAddress = { readonly address: string; readonly draft: AddressVerdict; readonly published: AddressVerdict | null; readonly change: 'schools' | 'row' | null }

/** One address by both. */
export function tryAddress(address: string, as: TriedAs, draft: Season, published: Season | null): TriedAddress {
  const [ours, theirs] = [verdictOf(address, as, draft), published && verdictOf(address, as, published)]
  return { address, draft: ours, published: theirs, change: theirs && changeOf(theirs.match, ours.match) }
}

function verdictOf(address: string, as: TriedAs, season: Season): AddressVerdict {
  const match = matchAddress(address, season, as === 'any' ? undefined : as)
  return { match, near: match.status === 'unmatched' ? nearRows(match, as, season) : [] }
}

function changeOf(before: AddressMatch, after: AddressMatch): TriedAddress['change'] {
  const schools = ({ schools: codes, candidates = [] }: AddressMatch) => [...codes, ...candidates].toSorted().join('|')
  if (before.status !== after.status || schools(before) !== schools(after)) return 'schools'
  return before.row === after.row ? null : 'row'
}

const MOST_NEAR = 3

/** Rows that name a place of the address, and the number that the address has there; none of an address that lies elsewhere. */
export function namedRows({ parts }: AddressMatch, { catchment: { byKind } }: Season): { row: CatchmentRow; number: number | string | null }[] {
  if (parts.foreign) return []
  const named = [
    ...parts.estates.map(({ name, building }) => ({ rows: byKind.estate.get(name), number: building })),
    ...parts.roads.map(({ name, number }) => ({ rows: byKind.road.get(name), number })),
    ...parts.villages.map(({ name, group }) => ({ rows: byKind.village.get(name), number: group })),
    ...parts.communities.map((name) => ({ rows: byKind.community.get(name), number: null })),
    ...parts.towns.map((name) => ({ rows: byKind.town.get(name), number: null })),
  ]
  return named.flatMap(({ rows = [], number }) => rows.map(({ row }) => ({ row, number })))
}

/** The first of them, and what each of them misses. */
function nearRows(match: AddressMatch, as: TriedAs, season: Season): NearRow[] {
  return namedRows(match, season).slice(0, MOST_NEAR).map(({ row, number }) => ({ row, because: missing(row, number, match.parts.towns, as) }))
}

function missing(row: CatchmentRow, number: number | string | null, towns: readonly string[], as: AddressUse | 'any'): NearReason {
  if (row.town !== '' && towns.some((town) => town !== row.town)) return 'town'
  if (as !== 'any' && row.applies !== 'any' && row.applies !== as) return 'use'
  return number === null ? 'no-number' : 'number'
}
