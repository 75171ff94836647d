import { maskIdNumber } from './privacy'

/** A part of a text, and whether the other text has something else there. */
export type Piece = { text: string; differs: boolean }
/** Two texts side by side: `same` is judged on the whole of both, whatever of them is shown. */
export type Compared = { same: boolean; one: readonly Piece[]; other: readonly Piece[] }

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

/** As register and family wrote it; spaces and full-width signs are no difference. Marked is what the two do not share, in order. */
export function compareTexts(one: string, other: string): Compared {
  if (plain(one) === plain(other)) return { same: true, one: unmarked(one), other: unmarked(other) }
  const [ones, others] = [[...one], [...other]]
  const lengths = sharedLengths(ones, others)
  const marks = { one: ones.map(() => true), other: others.map(() => true) }
  for (let at = 0, beside = 0; at < ones.length && beside < others.length; ) {
    if (ones[at] === others[beside]) {
      marks.one[at++] = false
      marks.other[beside++] = false
    } else if ((lengths[at + 1]?.[beside] ?? 0) >= (lengths[at]?.[beside + 1] ?? 0)) at++
    else beside++
  }
  return { same: false, one: pieces(ones, marks.one), other: pieces(others, marks.other) }
}

/** Whole numbers are compared, masked ones are shown. Where only hidden digits differ the mask itself is marked: that they do is said, not which. */
export function compareIdNumbers(one: string, other: string): Compared {
  const shown = { one: [...maskIdNumber(one)], other: [...maskIdNumber(other)] }
  const same = plain(one).toUpperCase() === plain(other).toUpperCase()
  const differ = shown.one.map((character, place) => character !== shown.other[place])
  const marks = same || differ.includes(true) ? differ : shown.one.map((character) => character === '*')
  return { same, one: pieces(shown.one, marks), other: pieces(shown.other, marks) }
}

export function unmarked(text: string): readonly Piece[] {
  return [{ text, differs: false }]
}

/** How many characters the rests behind each pair of places have in common, in order. */
function sharedLengths(ones: readonly string[], others: readonly string[]): number[][] {
  const lengths = Array.from({ length: ones.length + 1 }, () => Array.from({ length: others.length + 1 }, () => 0))
  for (let at = ones.length - 1; at >= 0; at--) {
    for (let beside = others.length - 1; beside >= 0; beside--) {
      const row = lengths[at]
      const below = lengths[at + 1]
      if (row && below) row[beside] = ones[at] === others[beside] ? (below[beside + 1] ?? 0) + 1 : Math.max(below[beside] ?? 0, row[beside + 1] ?? 0)
    }
  }
  return lengths
}

function pieces(characters: readonly string[], marks: readonly boolean[]): Piece[] {
  const found: Piece[] = []
  characters.forEach((text, place) => {
    const differs = marks[place] ?? false
    const last = found.at(-1)
    if (last?.differs === differs) last.text += text
    else found.push({ text, differs })
  })
  return found
}
