import { Divisions } from '../addresses/administrative'
import { normalise } from '../addresses/characters'
import { COMMUNITY, ESTATE, ROAD, TOWN, VILLAGE } from '../addresses/endings'
import { collectNames, Names } from '../addresses/names'
import type { AddressParts } from '../addresses/parts'
import { AddressReader } from '../addresses/reader'
import { namesOf, schoolSet, type CatchmentRow, type RowKind } from './row'
import { compileUrban, type UrbanPlace, type UrbanPlaces } from './urban'

/** What of a season's settings an address needs to be read. */
export type AddressSettings = {
  /** six digits of GB/T 2260; the province and the city follow from it */
  readonly county: string
  readonly countyName: string
  readonly urbanPlaces: readonly UrbanPlace[]
}

/** A row under one of its names, with its place in the file and a number that rows with the same set of schools share. */
export type NamedRow = { readonly row: CatchmentRow; readonly place: number; readonly schools: number }

/** A season's table, indexed by name once and for all: matching never scans it. */
export type Catchment = {
  readonly names: Names
  readonly divisions: Divisions
  readonly townAliases: ReadonlyMap<string, string>
  readonly byKind: Readonly<Record<RowKind, ReadonlyMap<string, readonly NamedRow[]>>>
  readonly byId: ReadonlyMap<string, CatchmentRow>
  readonly urban: UrbanPlaces
}

const KIND_BITS: Record<RowKind, number> = { estate: ESTATE, road: ROAD, village: VILLAGE, community: COMMUNITY, town: TOWN }

/** Indexes the rows of a season; all that `parseAddress` and `matchParts` need. */
export function compileCatchment(rows: readonly CatchmentRow[], settings: AddressSettings): Catchment {
  const byKind: Record<RowKind, Map<string, NamedRow[]>> = { estate: new Map(), road: new Map(), village: new Map(), community: new Map(), town: new Map() }
  const byId = new Map<string, CatchmentRow>()
  const sets = new Map<string, number>()
  const townAliases = new Map<string, string>()
  rows.forEach((row, place) => {
    const set = schoolSet(row)
    const schools = sets.get(set) ?? sets.size
    sets.set(set, schools)
    const entry = { row, place, schools }
    for (const name of namesOf(row)) {
      const entries = byKind[row.kind].get(name)
      if (entries === undefined) byKind[row.kind].set(name, [entry])
      else entries.push(entry)
    }
    if (!byId.has(row.row)) byId.set(row.row, row)
    if (row.kind === 'town') for (const alias of row.aliases) if (!townAliases.has(alias)) townAliases.set(alias, row.place)
  })
  return {
    names: new Names(collectNames(tableNames(rows, settings))),
    divisions: new Divisions(settings.county, settings.countyName),
    townAliases,
    byKind,
    byId,
    urban: compileUrban(rows, settings.urbanPlaces),
  }
}

function* tableNames(rows: readonly CatchmentRow[], settings: AddressSettings): Generator<readonly [string, number]> {
  const listed = new Set<string>()
  for (const row of rows) {
    for (const name of namesOf(row)) listed.add(name)
    for (const name of namesOf(row)) yield [name, KIND_BITS[row.kind]]
    if (row.town !== '') yield [row.town, TOWN]
  }
  for (const { town, places } of settings.urbanPlaces) {
    yield [town, TOWN]
    for (const place of places ?? []) {
      if (!listed.has(normalise(place))) yield [place, normalise(place).endsWith('社区') ? COMMUNITY : VILLAGE]
    }
  }
}

/** Takes an address apart: its places by the season's tables, then by their endings. */
export function parseAddress(address: string, catchment: Catchment): AddressParts {
  return new AddressReader(address, catchment.names, catchment.divisions, catchment.townAliases).read()
}

/** The row with an id, for what the county's desk matched by hand; null when the table has none. */
export function rowById(catchment: Catchment, id: string): CatchmentRow | null {
  return catchment.byId.get(id) ?? null
}
