import { ALL, covers, isNone, meet, NONE, union, without, type NumberSet } from './number-set'
import { namesOf, schoolSet, type CatchmentRow, type Uses } from './row'

/** Earlier rows under one name, of one rank, with one set of schools. */
type Group = { readonly rows: CatchmentRow[]; readonly taken: Map<string, NumberSet> }

/**
 * Finds rows that can never match, because earlier rows of their rank with the same schools cover every address that they would
 * take: under each of their names, in their town, for their uses, with their numbers, together if need be. Rows are handed over
 * in the order of the file.
 */
export class CoverCheck {
  readonly #groups = new Map<string, Group>()

  /** @returns the earlier rows that cover the row, none where something is left for it */
  coveringOf(row: CatchmentRow): CatchmentRow[] {
    const prefix = `${row.rank} ${schoolSet(row)} `
    const groups = namesOf(row).map((name) => this.#groups.get(prefix + name))
    const whole = groups[0]?.rows.find((one) => one.applies === 'both' && row.applies === 'both' && containsRow(one, row))
    const covered = whole !== undefined || groups.every((group) => group !== undefined && situations(row.applies).every((uses) => isTaken(group, row, uses)))
    const found = covered ? new Set(whole === undefined ? groups.flatMap((group) => group?.rows ?? []).filter((one) => takesFrom(one, row)) : [whole]) : []
    for (const name of namesOf(row)) this.#add(prefix + name, row)
    return [...found]
  }

  #add(key: string, row: CatchmentRow): void {
    const group = this.#groups.get(key) ?? { rows: [], taken: new Map<string, NumberSet>() }
    group.rows.push(row)
    const part = `${row.applies} ${row.town}`
    group.taken.set(part, union(group.taken.get(part) ?? NONE, row.covered ?? ALL))
    this.#groups.set(key, group)
  }
}

/**
 * For each kind of address that a row takes, the uses of rows that would take it too. A residence is taken by `any` rows only. A
 * `both` row covers another one only whole, since it asks for the counterpart in itself.
 */
function situations(applies: Uses): readonly (readonly Uses[])[] {
  if (applies === 'any') return [['any']]
  if (applies === 'both') return [['any', 'property'], ['any', 'household']]
  return [['any', applies]]
}

function isTaken(group: Group, row: CatchmentRow, uses: readonly Uses[]): boolean {
  let left = row.covered ?? ALL
  for (const use of uses) {
    for (const town of row.town === '' ? [''] : ['', row.town]) {
      const taken = group.taken.get(`${use} ${town}`)
      if (taken !== undefined) left = without(left, taken)
    }
  }
  return isNone(left)
}

function takesFrom(one: CatchmentRow, row: CatchmentRow): boolean {
  const use = one.applies === 'any' || situations(row.applies).some((uses) => uses.includes(one.applies))
  return use && (one.town === '' || one.town === row.town) && meet(one.covered ?? ALL, row.covered ?? ALL)
}

function containsRow(one: CatchmentRow, row: CatchmentRow): boolean {
  const names = namesOf(one)
  return (one.town === '' || one.town === row.town) && namesOf(row).every((name) => names.includes(name)) && covers(one.covered ?? ALL, row.covered ?? ALL)
}
