import { DIGIT, kindAt, LETTER, NUMBER_LIKE, STEM } from './characters'
import type { Names } from './names'
import { numeralAt, type Numeral } from './numerals'

/** What stands behind a number and says what it counts. */
export type Marker = 'house' | 'building' | 'unit' | 'floor' | 'room' | 'group'

/** Numbers with their marker: 12号, 3-1-201, 11之二号, A座, 第三村民小组. */
export type NumberRun = {
  readonly values: readonly (number | string)[]
  /** null for bare digits */
  readonly marker: Marker | null
  readonly end: number
  readonly ordinal: boolean
}

type FoundMarker = { readonly marker: Marker; readonly end: number }

/** Words in the order in which they are tried. */
const MARKERS: readonly (readonly [word: string, marker: Marker])[] = [
  ['号楼', 'building'], ['号', 'house'], ['栋', 'building'], ['幢', 'building'], ['座', 'building'], ['单元', 'unit'], ['室', 'room'], ['房', 'room'],
  ['层', 'floor'], ['楼', 'floor'], ['小组', 'group'], ['组', 'group'], ['村民小组', 'group'], ['生产队', 'group'], ['队', 'group'], ['社', 'group'],
]
const FIRST = new Map<number, readonly (readonly [string, Marker])[]>()
for (const entry of MARKERS) FIRST.set(entry[0].charCodeAt(0), [...(FIRST.get(entry[0].charCodeAt(0)) ?? []), entry])

/** The marker at a place; none where a name of the tables begins there (12|座山村) or inside it (12号|楼前村). */
export function markerAt(text: string, at: number, names: Names): FoundMarker | null {
  const candidates = at < text.length ? FIRST.get(text.charCodeAt(at)) : undefined
  if (candidates === undefined) return null
  for (const [word, marker] of candidates) {
    if (!text.startsWith(word, at)) continue
    const end = at + word.length
    if (word === '社' && text.charAt(end) === '区') continue
    if (word === '号楼' && names.at(text, at + 1) !== null) continue
    return names.at(text, at) === null ? { marker, end } : null
  }
  return null
}

/**
 * Reads a number, or several joined by a dash, 之 or 附, and the marker behind them; null where no number stands. Chinese
 * numerals and letters are a number only before a marker; a letter or 甲乙丙丁 behind a number is dropped.
 */
export function numbersAt(text: string, at: number, names: Names): NumberRun | null {
  const ordinal = text.charAt(at) === '第'
  const first = numeralAt(text, ordinal ? at + 1 : at)
  if (first === null) return null
  const values: (number | string)[] = [valueOf(first)]
  let end = behindSuffix(text, first, names)
  for (let next = joined(text, end, names); next !== null; next = joined(text, end, names)) {
    values.push(valueOf(next))
    end = behindSuffix(text, next, names)
  }
  const found = markerAt(text, end, names)
  if (found !== null) return { values, marker: found.marker, end: found.end, ordinal }
  return first.chinese || first.label !== null ? null : { values, marker: null, end, ordinal }
}

/** The number behind a dash, 之 or 附; null where none stands or where a name of the tables begins. */
export function joined(text: string, at: number, names: Names): Numeral | null {
  const sign = text.charAt(at)
  if (sign !== '-' && sign !== '之' && sign !== '附') return null
  if ((kindAt(text, at + 1) & NUMBER_LIKE & ~STEM) === 0 || names.at(text, at + 1) !== null) return null
  return numeralAt(text, at + 1)
}

function valueOf(numeral: Numeral): number | string {
  return numeral.label ?? numeral.value
}

/** Behind the letters or the 甲乙丙丁 that follow a number. */
function behindSuffix(text: string, numeral: Numeral, names: Names): number {
  let end = numeral.end
  if (numeral.label !== null || (kindAt(text, end) & (LETTER | STEM)) === 0 || names.at(text, end) !== null) return end
  while ((kindAt(text, end) & (LETTER | STEM)) !== 0) end += 1
  return (kindAt(text, end) & DIGIT) !== 0 ? numeral.end : end
}
