import { normalise } from '../addresses/characters'
import type { AddressParts } from '../addresses/parts'
import { namesOf, type CatchmentRow } from './row'

/** A town that counts as 城区, or only some villages and communities of it. */
export type UrbanPlace = { readonly town: string; readonly places?: readonly string[] | undefined }

/** By town: null where all of it is urban, else the names that are. */
export type UrbanPlaces = {
  readonly towns: ReadonlyMap<string, ReadonlySet<string> | null>
  /** in which towns the rows and the settings put a name; '' where a row is for any town */
  readonly townsOf: ReadonlyMap<string, ReadonlySet<string>>
}

export function compileUrban(rows: readonly CatchmentRow[], urbanPlaces: readonly UrbanPlace[]): UrbanPlaces {
  const towns = new Map<string, Set<string> | null>()
  const townsOf = new Map<string, Set<string>>()
  const put = (name: string, town: string) => {
    const known = townsOf.get(name)
    if (known === undefined) townsOf.set(name, new Set([town]))
    else known.add(town)
  }
  for (const row of rows) if (row.kind !== 'town') for (const name of namesOf(row)) put(name, row.town)
  for (const listed of urbanPlaces) {
    const town = normalise(listed.town)
    if (listed.places === undefined) {
      towns.set(town, null)
      continue
    }
    const places = new Set(listed.places.map(normalise))
    for (const place of places) put(place, town)
    const urban = towns.get(town)
    if (urban !== null) towns.set(town, new Set([...(urban ?? []), ...withAliases(places, town, rows)]))
  }
  return { towns, townsOf }
}

/** The places, and what else the rows of their town call them. */
function withAliases(places: ReadonlySet<string>, town: string, rows: readonly CatchmentRow[]): Set<string> {
  const names = new Set(places)
  for (const row of rows) {
    if ((row.town === '' || row.town === town) && namesOf(row).some((name) => places.has(name))) for (const name of namesOf(row)) names.add(name)
  }
  return names
}

/**
 * Whether an address counts as 城区: it is of this county, and its town is listed, or the place of it that is. An address
 * without a town lies in every town that the tables give to one of its places, and all of them must be urban.
 */
export function isUrbanAddress(parts: AddressParts, { towns, townsOf }: UrbanPlaces): boolean {
  if (parts.foreign) return false
  const names = placesOf(parts)
  const inUrban = (town: string): boolean => {
    const listed = towns.get(town)
    return listed === null || (listed !== undefined && names.some((name) => listed.has(name)))
  }
  if (parts.towns.length > 0) return parts.towns.every(inUrban)
  const possible = names.map((name) => townsOf.get(name)).filter((found) => found !== undefined)
  return possible.length > 0 && possible.every((found) => [...found].every(inUrban))
}

function placesOf(parts: AddressParts): string[] {
  const named = [...parts.villages, ...parts.roads, ...parts.estates].map((part) => part.name)
  return [...parts.communities, ...named]
}
