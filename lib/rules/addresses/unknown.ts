import { DIGIT, kindAt, LETTER, NUMERAL, SPACE } from './characters'
import { directedRoad, endingAt, endingKind, endingLength, ESTATE, TOWN } from './endings'
import type { Names } from './names'
import { endOf } from './numerals'
import { markerAt, numbersAt } from './numbers'

/** A county, by its ending: 新建县. */
export const COUNTY = 32

/** A name that no table knows, read by its ending; `kind` 0 is text that says nothing and hides what follows it. */
export type UnknownName = { readonly kind: number; readonly end: number }

/** How far the head of an address has come, which decides what endings can mean there. */
export type Head = {
  /** a town, or a county, may still come */
  readonly towns: boolean
  readonly counties: boolean
  /** a province or city has just been named, so that what follows may be a district */
  readonly within: boolean
}

/** Reads up to the first ending that ends a name, or up to a number with its marker. */
export function unknownAt(text: string, start: number, names: Names, head: Head): UnknownName {
  let at = start
  while (at < text.length) {
    const kind = kindAt(text, at)
    const code = text.charCodeAt(at)
    if (code === SPACE || code === 0x2d) return { kind: 0, end: at }
    if (text.charAt(at) === '第' && numbersAt(text, at, names) !== null) return { kind: 0, end: at }
    // 大院, 新村 and the like are names by themselves; the other endings need something before them.
    if (at > start || endingKind(endingAt(text, at)) === ESTATE) {
      const found = nameEnd(text, at, names, head, start)
      if (found !== null) return found
    }
    if ((kind & DIGIT) !== 0) {
      const end = endOf(text, at, DIGIT)
      if (markerAt(text, end, names) !== null || !namesRoad(text, end)) return { kind: 0, end: at }
      at = end
    } else if ((kind & (NUMERAL | LETTER)) !== 0) {
      if (numbersAt(text, at, names) !== null) return { kind: 0, end: at }
      at = endOf(text, at, (kind & NUMERAL) !== 0 ? NUMERAL : LETTER)
    } else at += 1
  }
  return { kind: 0, end: text.length }
}

/** Whether bare digits are part of a name: 3路, 12街, 2期, 1区. */
export function namesRoad(text: string, end: number): boolean {
  const ending = endingAt(text, end)
  if (ending !== 0) return endingKind(ending) !== TOWN || text.charAt(end) === '街'
  const next = text.charAt(end)
  return next === '期' || next === '区' || directedRoad(text, end) > 0
}

function nameEnd(text: string, at: number, names: Names, head: Head, start: number): UnknownName | null {
  const ending = endingAt(text, at)
  let kind = endingKind(ending)
  let end = at + endingLength(ending)
  if (ending === 0) {
    kind = administrativeEnding(text, at, head, start)
    if (kind === 0) return null
    end = at + 1
  }
  if (kind === COUNTY) return { kind, end }
  for (let longer = names.longer(text, end, kind); longer !== null; longer = names.longer(text, end, kind)) {
    end = longer.end
    if (longer.kind !== 0) kind = longer.kind
  }
  return { kind, end }
}

function administrativeEnding(text: string, at: number, head: Head, start: number): number {
  const character = text.charAt(at)
  const before = text.charAt(at - 1)
  const next = text.charAt(at + 1)
  if (character === '镇' || character === '乡') {
    return head.towns && !(at - start === 1 && '城村乡古集水家故老他同下山侨茶'.includes(before)) ? TOWN : 0
  }
  // 旧县村 and 市区路 are places of their own.
  if (!head.counties || at - start > 8 || endingAt(text, at + 1) !== 0) return 0
  if (character === '县') return next !== '' && '城委政医中前府道'.includes(next) ? 0 : COUNTY
  if (!head.within) return 0
  if (character === '区') return '社小园校街片景厂'.includes(before) ? 0 : COUNTY
  if (character === '市') return at - start < 2 || '城都超夜集门股'.includes(before) || (next !== '' && '场民区'.includes(next)) ? 0 : COUNTY
  return 0
}

