import 'server-only'
import { fail, succeed, type Result } from '@/lib/domain/result'
import type { CheckedAddress } from '@/lib/domain/address-check'
import { namedRows } from '@/lib/domain/address-trial'
import { countAgainst } from '@/lib/data/limits'
import { getPublishedSeason, type PublishedSeason } from '@/lib/data/seasons'
import { matchAddress, type AddressMatch, type Season } from '@/lib/rules'

export type CheckAddressFailure = { code: 'NO_SEASON' } | { code: 'TOO_MANY_QUERIES'; waitMs: number }

type Input = {
  county: string
  year: number
  address: string
  /** the network address that asks: only the limit knows it */
  from: string
}

/** Of a road's or an estate's rows, as many as one reads on a phone. */
const NEAR_ROWS = 6

/**
 * The school that an address belongs to by the published table, for whoever asks: no sign-in, no ID number. Every
 * row takes part, whatever it applies to, because nobody has said yet whose address it is. Nothing of it is kept.
 */
export async function checkAddress({ county, year, address, from }: Input): Promise<Result<{ published: PublishedSeason; answer: CheckedAddress }, CheckAddressFailure>> {
  const waitMs = await countAgainst('address-check', from)
  if (waitMs !== null) return fail({ code: 'TOO_MANY_QUERIES', waitMs })
  const published = await getPublishedSeason(county, year)
  if (!published) return fail({ code: 'NO_SEASON' })
  const { season } = published
  const { status, rows } = find(address, season)
  return succeed({ published, answer: { address, status, rows: rows.flatMap((row) => checkedRow(row, season)) } })
}

function find(address: string, season: Season): { status: CheckedAddress['status']; rows: readonly string[] } {
  const match = matchAddress(address, season)
  if (match.row !== null) return { status: 'matched', rows: [match.row] }
  if (match.parts.foreign) return { status: 'elsewhere', rows: [] }
  if (match.status !== 'ambiguous') return { status: match.status, rows: near(match, season) }
  const uses = (['property', 'household'] as const).map((use) => matchAddress(address, season, use).row)
  const rows = uses.filter((row) => row !== null)
  return rows.length === uses.length ? { status: 'by-use', rows } : { status: 'ambiguous', rows: match.candidates ?? [] }
}

function checkedRow(id: string, { catchmentRows, schools }: Season): CheckedAddress['rows'] {
  const row = catchmentRows.find((one) => one.row === id)
  return row ? [{ row, schools: schools.filter(({ code }) => row.schools.includes(code)) }] : []
}

/** The rows whose place the address names: where no number was written, or one that the table does not have. */
function near(match: AddressMatch, season: Season): string[] {
  const rows = namedRows(match, season).filter(({ row }) => row.kind !== 'town').map(({ row }) => row.row)
  return [...new Set(rows)].slice(0, NEAR_ROWS)
}
