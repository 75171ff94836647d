/** Chances of one run of the bench, the same each time. */
export type Draw = {
  of: <Value>(list: readonly Value[]) => Value
  chance: (share: number) => boolean
  /** most look with one filter or none, some with several */
  narrowed: (filters: Readonly<Record<string, readonly string[]>>, more?: readonly [string, string][]) => string
  sometimes: (share: number, entry: () => [string, string]) => [string, string][]
}

const EACH = 0.25

export function drawing(next: () => number): Draw {
  const of = <Value>(list: readonly Value[]): Value => {
    const one = list[Math.floor(next() * list.length)]
    if (one === undefined) throw new Error('a pool of the bench is empty')
    return one
  }
  const chance = (share: number) => next() < share
  return {
    of,
    chance,
    narrowed: (filters, more = []) => new URLSearchParams([...Object.entries(filters).flatMap(([name, values]): [string, string][] => (chance(EACH) ? [[name, of(values)]] : [])), ...more]).toString(),
    sometimes: (share, entry) => (chance(share) ? [entry()] : []),
  }
}
