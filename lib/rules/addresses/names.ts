import { kindAt, LETTER, DIGIT, NUMERAL, normalise } from './characters'
import { behindCommittee, COMMUNITY, longerAt, TOWN, VILLAGE, type Longer } from './endings'

/** A name of the season's tables, found in an address. */
export type FoundName = {
  readonly name: string
  /** what the tables use it for: ROAD, VILLAGE, … */
  readonly kinds: number
  /** where the name ends */
  readonly end: number
  /** where the next part may begin: behind a committee's name */
  readonly next: number
}

type Node = {
  readonly next: Map<number, Node>
  readonly depth: number
  /** the nearest shorter name on the way here */
  readonly shorter: Node | null
  name: string
  kinds: number
}

/** Names that begin with an ending may follow each other; so many are looked at before the reading by endings stands. */
const DEEPEST = 8

/** The names of a season's tables: places, aliases, towns. A name is found in as many steps as it has characters. */
export class Names {
  readonly #root: Node = { next: new Map(), depth: 0, shorter: null, name: '', kinds: 0 }

  /** @param name as `normalise` leaves it */
  constructor(entries: ReadonlyMap<string, number>) {
    // Shorter names first, so that each node knows the name before it when it is made.
    const sorted = [...entries].filter(([name]) => name !== '').toSorted(([one], [other]) => one.length - other.length)
    for (const [name, kinds] of sorted) for (const spelling of withGaps(name)) this.#add(spelling, name, kinds)
  }

  #add(spelling: string, name: string, kinds: number): void {
    let node = this.#root
    for (let at = 0; at < spelling.length; at += 1) {
      const code = spelling.charCodeAt(at)
      const known = node.next.get(code)
      const shorter: Node | null = node.kinds !== 0 ? node : node.shorter
      const child: Node = known ?? { next: new Map(), depth: node.depth + 1, shorter, name: '', kinds: 0 }
      if (!known) node.next.set(code, child)
      node = child
    }
    node.name = name
    node.kinds |= kinds
  }

  /**
   * The longest name that begins at a place and is a whole part: not followed by what makes a longer name of it. A longer
   * reading by an ending gives way to a name of the tables that begins there and reaches farther (东门社区 | 新村路).
   */
  at(text: string, at: number, nested = 0): FoundName | null {
    let node = this.#root
    let best: Node | null = null
    for (let place = at; place < text.length; place += 1) {
      const next = node.next.get(text.charCodeAt(place))
      if (next === undefined) break
      node = next
      if (node.kinds !== 0) best = node
    }
    for (; best !== null; best = best.shorter) {
      const end = at + best.depth
      if (splitsRun(text, end)) continue
      const next = (best.kinds & (VILLAGE | COMMUNITY)) !== 0 ? behindCommittee(text, end) : end
      if (next === end && this.longer(text, end, best.kinds, nested) !== null) continue
      return { name: best.name, kinds: best.kinds, end, next }
    }
    return null
  }

  /** What makes a longer name of the one that ends here, unless a name of the tables begins here instead. */
  longer(text: string, end: number, kinds: number, nested = 0): Longer | null {
    if (text.charAt(end) === '道' && text.charAt(end - 1) === '街') return { end: end + 1, kind: TOWN, firm: true }
    const longer = longerAt(text, end, kinds)
    if (longer === null || longer.firm || nested > DEEPEST) return longer
    const table = this.at(text, end, nested + 1)
    return table !== null && table.end > longer.end ? null : longer
  }
}

/** Whether a place lies inside a run of digits or of letters. */
function splitsRun(text: string, at: number): boolean {
  const around = kindAt(text, at - 1) & kindAt(text, at)
  return (around & (DIGIT | LETTER)) !== 0
}

/** A name and, where it has neighbouring numerals, the spellings with a gap between them (八 一大道). */
function withGaps(name: string): string[] {
  let spellings = ['']
  for (let at = 0; at < name.length; at += 1) {
    const gap = at > 0 && (kindAt(name, at) & NUMERAL) !== 0 && (kindAt(name, at - 1) & NUMERAL) !== 0 && spellings.length < 8
    spellings = spellings.flatMap((start) => (gap ? [start + name.charAt(at), `${start} ${name.charAt(at)}`] : [start + name.charAt(at)]))
  }
  return spellings
}

/** The names of a table's rows under the kinds that the rows give them. */
export function collectNames(entries: Iterable<readonly [name: string, kinds: number]>): Map<string, number> {
  const names = new Map<string, number>()
  for (const [written, kinds] of entries) {
    const name = normalise(written)
    names.set(name, (names.get(name) ?? 0) | kinds)
  }
  return names
}
