/** A run of numbers, both ends included. */
export type Span = { readonly from: number; readonly to: number }

/** Behind an open range (`20-`). A plain integer, so that a row survives JSON. */
export const OPEN = Number.MAX_SAFE_INTEGER

/**
 * A set of positive whole numbers. Odd and even ones are kept apart, each as sorted spans that do not touch, so that a parity
 * is as simple as a range: the odd number 2k−1 and the even number 2k are both kept as k.
 */
export type NumberSet = { readonly odd: readonly Span[]; readonly even: readonly Span[] }

export const ALL: NumberSet = { odd: [{ from: 1, to: OPEN }], even: [{ from: 1, to: OPEN }] }
export const NONE: NumberSet = { odd: [], even: [] }
export const ODD: NumberSet = { odd: ALL.odd, even: [] }
export const EVEN: NumberSet = { odd: [], even: ALL.even }

/** The numbers of a range; an open one goes to OPEN, a swapped one has none. */
export function numbersOf(span: Span): NumberSet {
  if (span.from > span.to) return NONE
  const open = span.to === OPEN
  const odd = { from: Math.floor(span.from / 2) + 1, to: open ? OPEN : Math.ceil(span.to / 2) }
  const even = { from: Math.ceil(span.from / 2), to: open ? OPEN : Math.floor(span.to / 2) }
  return { odd: odd.from <= odd.to ? [odd] : [], even: even.from <= even.to ? [even] : [] }
}

export function contains(set: NumberSet, number: number): boolean {
  const place = Math.ceil(number / 2)
  for (const span of number % 2 === 1 ? set.odd : set.even) if (place >= span.from && place <= span.to) return true
  return false
}

export function isNone(set: NumberSet): boolean {
  return set.odd.length === 0 && set.even.length === 0
}

export function union(one: NumberSet, other: NumberSet): NumberSet {
  return { odd: joinSpans(one.odd, other.odd), even: joinSpans(one.even, other.even) }
}

export function without(one: NumberSet, other: NumberSet): NumberSet {
  return { odd: cutSpans(one.odd, other.odd), even: cutSpans(one.even, other.even) }
}

export function both(one: NumberSet, other: NumberSet): NumberSet {
  return without(one, without(ALL, other))
}

export function meet(one: NumberSet, other: NumberSet): boolean {
  return spansMeet(one.odd, other.odd) || spansMeet(one.even, other.even)
}

export function covers(whole: NumberSet, part: NumberSet): boolean {
  return spansCover(whole.odd, part.odd) && spansCover(whole.even, part.even)
}

function joinSpans(one: readonly Span[], other: readonly Span[]): readonly Span[] {
  if (one.length === 0) return other
  if (other.length === 0) return one
  // A table is most often in order, so that what comes lies behind what was.
  if ((one[one.length - 1]?.to ?? OPEN) + 1 < (other[0]?.from ?? 0)) return [...one, ...other]
  const joined: Span[] = []
  let current: Span | null = null
  for (let left = 0, right = 0; left < one.length || right < other.length; ) {
    const [a, b] = [one[left], other[right]]
    const next: Span | undefined = b === undefined || (a !== undefined && a.from <= b.from) ? a : b
    if (next === undefined) break
    if (next === a) left += 1
    else right += 1
    if (current === null) current = next
    else if (next.from <= current.to + 1) current = { from: current.from, to: Math.max(current.to, next.to) }
    else {
      joined.push(current)
      current = next
    }
  }
  if (current !== null) joined.push(current)
  return joined
}

function cutSpans(one: readonly Span[], other: readonly Span[]): readonly Span[] {
  const left: Span[] = []
  for (const span of one) {
    let { from } = span
    for (let index = firstReaching(other, from); from <= span.to; index += 1) {
      const cut = other[index]
      if (cut === undefined || cut.from > span.to) {
        left.push({ from, to: span.to })
        break
      }
      if (cut.from > from) left.push({ from, to: cut.from - 1 })
      if (cut.to >= span.to) break
      from = cut.to + 1
    }
  }
  return left
}

/** The first span that ends at or behind a place, by halving. */
function firstReaching(spans: readonly Span[], place: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.to ?? OPEN) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** The smallest number that two sets share; null for none. */
export function firstCommon(one: NumberSet, other: NumberSet): number | null {
  const shared = both(one, other)
  const odd = shared.odd[0]
  const even = shared.even[0]
  if (odd === undefined) return even === undefined ? null : even.from * 2
  return even === undefined ? odd.from * 2 - 1 : Math.min(odd.from * 2 - 1, even.from * 2)
}

function spansMeet(one: readonly Span[], other: readonly Span[]): boolean {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one]
  return few.some((span) => (many[firstReaching(many, span.from)]?.from ?? Infinity) <= span.to)
}

function spansCover(whole: readonly Span[], part: readonly Span[]): boolean {
  return part.every((span) => {
    const around = whole[firstReaching(whole, span.from)]
    return around !== undefined && around.from <= span.from && around.to >= span.to
  })
}
