import { matchParts, parseAddress, type AddressParts } from './catchment/catchment'
import type { AddressUse } from './places'
import type { Season } from './season'

/** What the `match` command prints of an address. A choice zone is matched, with several schools. */
export type AddressMatch = {
  readonly address: string
  readonly status: 'matched' | 'ambiguous' | 'unmatched'
  readonly row: string | null
  readonly schools: readonly string[]
  readonly parts: AddressParts
  readonly candidates?: readonly string[]
}

/**
 * Matches one address by itself.
 * @param as what it is the address of; without it every row takes part, whatever its `applies`
 */
export function matchAddress(address: string, season: Season, as?: AddressUse): AddressMatch {
  const parts = parseAddress(address, season.catchment)
  const match = matchParts(parts, season.catchment, as ?? 'any', [])
  if (match.status === 'matched') return { address, status: match.status, row: match.row.row, schools: match.row.schools, parts }
  const nowhere = { address, status: match.status, row: null, schools: [], parts }
  return match.status === 'ambiguous' ? { ...nowhere, candidates: match.candidates.map((candidate) => candidate.row) } : nowhere
}
