import { ALL, type Span } from './number-set'
import { namesOf, schoolSet, type CatchmentRow, type Uses } from './row'

/** Rows that would both take an address: a later one with the earlier ones, in the order of the file. */
export type Overlaps = ReadonlyMap<CatchmentRow, readonly CatchmentRow[]>

type Entry = { readonly row: CatchmentRow; readonly place: number; readonly schools: string }

/** Pairs of rows of one rank that share a name, a town, a use and a number, and name different sets of schools. */
export function overlaps(rows: readonly CatchmentRow[]): Overlaps {
  const groups = new Map<string, Entry[]>()
  rows.forEach((row, place) => {
    const entry = { row, place, schools: schoolSet(row) }
    for (const name of namesOf(row)) {
      const key = `${row.rank} ${name}`
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [entry])
      else group.push(entry)
    }
  })
  const pairs = new Map<Entry, Set<Entry>>()
  for (const group of groups.values()) {
    if (group.some((entry) => entry.schools !== group[0]?.schools)) for (const half of ['odd', 'even'] as const) sweep(group, half, pairs)
  }
  const found = [...pairs].toSorted(([one], [other]) => one.place - other.place)
  return new Map(found.map(([later, earlier]) => [later.row, [...earlier].toSorted((one, other) => one.place - other.place).map((entry) => entry.row)]))
}

/** Walks the ranges in the order in which they begin, and compares each with those that have not ended. */
function sweep(group: readonly Entry[], half: 'odd' | 'even', pairs: Map<Entry, Set<Entry>>): void {
  const begun: { entry: Entry; span: Span }[] = []
  for (const entry of group) for (const span of (entry.row.covered ?? ALL)[half]) begun.push({ entry, span })
  begun.sort((one, other) => one.span.from - other.span.from)
  let open: { entry: Entry; span: Span }[] = []
  for (const next of begun) {
    open = open.filter(({ span }) => span.to >= next.span.from)
    for (const { entry } of open) if (contradict(entry, next.entry)) put(pairs, entry, next.entry)
    open.push(next)
  }
}

function contradict(one: Entry, other: Entry): boolean {
  if (one.schools === other.schools) return false
  const [town, otherTown] = [one.row.town, other.row.town]
  return (town === otherTown || town === '' || otherTown === '') && usesMeet(one.row.applies, other.row.applies)
}

/** `any` meets all, `both` meets property and household, property and household do not meet. */
export function usesMeet(one: Uses, other: Uses): boolean {
  return one === other || one === 'any' || other === 'any' || one === 'both' || other === 'both'
}

function put(pairs: Map<Entry, Set<Entry>>, one: Entry, other: Entry): void {
  const [earlier, later] = one.place < other.place ? [one, other] : [other, one]
  const known = pairs.get(later)
  if (known === undefined) pairs.set(later, new Set([earlier]))
  else known.add(earlier)
}
