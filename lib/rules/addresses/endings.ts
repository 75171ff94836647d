import { DIGIT, DIRECTION, ENDING, kindAt, LETTER, NUMERAL } from './characters'
import { endOf } from './numerals'

/** Kinds of places that have names; a name of the tables may be of several. */
export const ROAD = 1
export const VILLAGE = 2
export const COMMUNITY = 4
export const ESTATE = 8
export const TOWN = 16

/** The ending that begins at a place: its length and, in the higher bits, its kind; 0 for none. 街道 is a town's ending, not 街. */
export function endingAt(text: string, at: number): number {
  if ((kindAt(text, at) & ENDING) === 0) return 0
  const next = text.charAt(at + 1)
  switch (text.charAt(at)) {
    case '路': return 1 | ROAD << 2
    case '巷': return 1 | ROAD << 2
    case '弄': return 1 | ROAD << 2
    case '街': return next === '道' ? 2 | TOWN << 2 : 1 | ROAD << 2
    case '大': return next === '道' ? 2 | ROAD << 2 : next === '院' ? 2 | ESTATE << 2 : 0
    case '胡': return next === '同' ? 2 | ROAD << 2 : 0
    case '村': return 1 | VILLAGE << 2
    case '社': return next === '区' ? 2 | COMMUNITY << 2 : 0
    case '小': return next === '区' ? 2 | ESTATE << 2 : 0
    case '花': return next === '园' || next === '苑' ? 2 | ESTATE << 2 : 0
    case '家': return next === '园' ? 2 | ESTATE << 2 : 0
    case '嘉': return next === '园' ? 2 | ESTATE << 2 : 0
    case '新': return next === '村' ? 2 | ESTATE << 2 : 0
    case '公': return next === '寓' ? 2 | ESTATE << 2 : 0
    case '山': return next === '庄' ? 2 | ESTATE << 2 : 0
    default: return 0
  }
}

export function endingLength(ending: number): number {
  return ending & 3
}

export function endingKind(ending: number): number {
  return ending >> 2
}

/** What makes a longer name of the one before it, and whether a name of the tables that begins there may still end it. */
export type Longer = { readonly end: number; readonly kind: number; readonly firm: boolean }

/**
 * What follows a name and makes a longer one of it (阳光花园|路, 凤凰城|二期, 文峰路|12巷); null where the name ends. A town has
 * an ending of its own, so only a road, village or community can be named after it (龙津镇路): what else follows lies in it (龙津镇南街, 龙津镇城区, 龙津镇新村).
 * @param kinds what the name is, by the tables or by its own ending
 */
export function longerAt(text: string, at: number, kinds: number): Longer | null {
  if (at >= text.length) return null
  const ending = endingAt(text, at)
  // 村民小组 and 村委会 speak of the village, they do not rename it.
  if (ending !== 0 && !(text.charAt(at) === '村' && (text.charAt(at + 1) === '民' || text.charAt(at + 1) === '委'))) {
    if (kinds === TOWN && endingKind(ending) === ESTATE) return null
    return { end: at + endingLength(ending), kind: endingKind(ending), firm: false }
  }
  if (kinds === TOWN) return null
  const kind = kindAt(text, at)
  if ((kind & DIRECTION) !== 0) {
    const end = directedRoad(text, at)
    if (end > 0) return { end, kind: ROAD, firm: true }
  }
  if (text.startsWith('支路', at)) return { end: at + 2, kind: ROAD, firm: true }
  const counted = countedPart(text, at, kinds)
  if (counted !== null) return counted
  if (text.charAt(at + 1) === '区') return { end: at + 2, kind: kinds & ~TOWN, firm: false }
  if (text.charAt(at + 2) === '区' && text.charAt(at + 1) !== ' ') return { end: at + 3, kind: kinds & ~TOWN, firm: false }
  return null
}

/** 北路, 东大道, 西南街: the place behind it; 0 for none. */
export function directedRoad(text: string, at: number): number {
  let end = at + 1
  if ((kindAt(text, end) & DIRECTION) !== 0) end += 1
  const ending = endingAt(text, end)
  return ending !== 0 && endingKind(ending) === ROAD ? end + endingLength(ending) : 0
}

/** 二期, 3区, 第一巷, 12弄, 三支路; 一路 and 二街 behind a road or an estate, where only a longer name has them. */
function countedPart(text: string, at: number, kinds: number): Longer | null {
  const first = text.charAt(at) === '第' ? at + 1 : at
  const kind = kindAt(text, first)
  const run = kind & (DIGIT | NUMERAL | LETTER)
  if (run === 0) return null
  const end = endOf(text, first, run)
  switch (text.charAt(end)) {
    case '期': return { end: end + 1, kind: kinds, firm: true }
    case '区': return { end: end + 1, kind: kinds, firm: true }
    case '巷': return { end: end + 1, kind: ROAD, firm: true }
    case '弄': return { end: end + 1, kind: ROAD, firm: true }
    case '支': return text.charAt(end + 1) === '路' || text.charAt(end + 1) === '弄' ? { end: end + 2, kind: ROAD, firm: true } : null
    case '路':
    case '街': {
      const part = (kinds & (VILLAGE | COMMUNITY | TOWN)) === 0 && run === NUMERAL && end === first + 1
      return part && text.charAt(end + 1) !== '道' ? { end: end + 1, kind: ROAD, firm: false } : null
    }
    default: return null
  }
}

/**
 * 村委会, 村民委员会, 居委会 and 居民委员会 directly behind a village or community: the place behind it, or the same place. The
 * 村 of a name may be shared (凤山村委会).
 */
export function behindCommittee(text: string, at: number): number {
  const first = text.charAt(at)
  if (first === '村' || first === '居') {
    if (text.startsWith('委会', at + 1)) return at + 3
    if (text.startsWith('民委员会', at + 1)) return at + 5
  }
  if (text.charAt(at - 1) === '村') {
    if (text.startsWith('委会', at)) return at + 2
    if (text.startsWith('民委员会', at)) return at + 4
  }
  return at
}
