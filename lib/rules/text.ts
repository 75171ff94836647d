/** Whether two ID numbers are the same person's: the case of X does not matter. */
export function sameIdNumber(one: string, other: string): boolean {
  if (one === other) return true
  if (one.length !== other.length) return false
  for (let place = 0; place < one.length; place += 1) {
    if (capitalX(one.charCodeAt(place)) !== capitalX(other.charCodeAt(place))) return false
  }
  return true
}

function capitalX(code: number): number {
  return code === 120 ? 88 : code
}

export function includesIdNumber(list: readonly string[], wanted: string): boolean {
  for (const one of list) if (sameIdNumber(one, wanted)) return true
  return false
}

/** A certificate's or contract's number as it is compared: half width, without spaces. */
export function registryNumber(number: string): string {
  return PLAIN.test(number) ? number : number.normalize('NFKC').replace(/\s/g, '')
}

/** A property's use as it is compared: half width, without spaces around it. */
export function useWord(use: string): string {
  return use.normalize('NFKC').trim()
}

const PLAIN = /^[0-9A-Za-z-]*$/

/** The known word that a mistyped one was most likely meant to be. */
export function nearestWord(wrong: string, known: readonly string[]): string | null {
  let best: string | null = null
  let least = Infinity
  for (const word of known) {
    const distance = editDistance(wrong.toLowerCase(), word.toLowerCase())
    if (distance < least) {
      best = word
      least = distance
    }
  }
  return best
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function editDistance(one: string, other: string): number {
  const from = Array.from(one)
  const to = Array.from(other)
  let older: number[] = []
  let previous = to.map((_, index) => index)
  previous.push(to.length)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1
      let cost = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + same)
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      if (swapped) cost = Math.min(cost, (older[column - 2] ?? 0) + 1)
      current.push(cost)
    }
    older = previous
    previous = current
  }
  return previous[to.length] ?? 0
}
