import { listed } from './cite'
import type { CatchmentRow } from './row'

/** Rows of one place and one town, under a name. */
type Holders = { readonly place: string; readonly town: string; readonly rows: CatchmentRow[] }

/**
 * Finds an alias that is the place of another row with another place, or that rows of different places share, towns meeting.
 * Rows of one place may repeat its aliases. Rows are handed over in the order of the file.
 */
export class AliasCheck {
  readonly #places = new Map<string, Holders[]>()
  readonly #aliases = new Map<string, Holders[]>()

  faultsOf(row: CatchmentRow): string[] {
    const faults: string[] = []
    const aliases = [...new Set(row.aliases)]
    for (const alias of aliases) {
      const asPlace = others(this.#places.get(alias), row)
      if (asPlace.length > 0) faults.push(`别名「${alias}」是 ${listed(asPlace)}的地名`)
      const asAlias = others(this.#aliases.get(alias), row)
      if (asAlias.length > 0) faults.push(`别名「${alias}」也是 ${listed(asAlias)}的别名，那里是另一个地方`)
    }
    const named = others(this.#aliases.get(row.place), row)
    if (named.length > 0) faults.push(`地名「${row.place}」是 ${listed(named)}的别名，那里是另一个地方`)
    put(this.#places, row.place, row)
    for (const alias of aliases) put(this.#aliases, alias, row)
    return faults
  }
}

function others(holders: readonly Holders[] | undefined, row: CatchmentRow): CatchmentRow[] {
  const found = holders?.filter(({ place, town }) => place !== row.place && (town === row.town || town === '' || row.town === ''))
  return found?.flatMap(({ rows }) => rows) ?? []
}

function put(index: Map<string, Holders[]>, name: string, row: CatchmentRow): void {
  const holders = index.get(name) ?? []
  const same = holders.find(({ place, town }) => place === row.place && town === row.town)
  if (same === undefined) holders.push({ place: row.place, town: row.town, rows: [row] })
  else same.rows.push(row)
  index.set(name, holders)
}
