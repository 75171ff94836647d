import { DIGIT, kindAt, LETTER, NUMERAL } from './characters'

const DIGITS = '零一二三四五六七八九'
const FORMAL = '零壹贰叁肆伍陆柒捌玖'
const LARGEST = 999_999_999

/** A number as an address has it: its value and the place behind it. A letter's number has no value but a name. */
export type Numeral = { value: number; label: string | null; end: number; chinese: boolean }

/** Reads digits, a run of Chinese numerals or a letter with its digits (A, B2); null where none begins. */
export function numeralAt(text: string, at: number): Numeral | null {
  const kind = kindAt(text, at)
  if ((kind & DIGIT) !== 0) {
    const end = endOf(text, at, DIGIT)
    return { value: Math.min(Number(text.slice(at, end)), LARGEST), label: null, end, chinese: false }
  }
  if ((kind & NUMERAL) !== 0) {
    const end = endOf(text, at, NUMERAL)
    const value = chineseNumber(text.slice(at, end))
    return value === null ? null : { value, label: null, end, chinese: true }
  }
  if ((kind & LETTER) !== 0) {
    const end = endOf(text, at, LETTER | DIGIT)
    return { value: 0, label: text.slice(at, end), end, chinese: false }
  }
  return null
}

/** The place behind the characters of a kind. */
export function endOf(text: string, at: number, kinds: number): number {
  let end = at
  while ((kindAt(text, end) & kinds) !== 0) end += 1
  return end
}

/**
 * The value of a run of Chinese numerals: with 十百千 (一百零二 is 102, 一百二 is 120, 廿三 is 23) or digit by digit
 * (一〇三 is 103); null for a run that is no number, such as 十十.
 */
export function chineseNumber(run: string): number | null {
  let byDigit = 0
  for (const character of run) {
    const digit = digitOf(character)
    if (digit === null) return withUnits(run)
    byDigit = Math.min(byDigit * 10 + digit, LARGEST)
  }
  return run === '' ? null : byDigit
}

function withUnits(run: string): number | null {
  let total = 0
  let digit: number | null = null
  let above = 10_000
  let zero = false
  for (const character of run) {
    const value = digitOf(character)
    if (value !== null) {
      if (digit !== null) return null
      if (value === 0) zero = true
      else digit = value
      continue
    }
    const twenty = character === '廿' ? 2 : character === '卅' ? 3 : null
    const unit = twenty !== null ? 10 : unitOf(character)
    if (unit >= above || (twenty !== null && digit !== null)) return null
    total += (twenty ?? digit ?? 1) * unit
    above = unit
    digit = null
    zero = false
  }
  if (digit === null) return total
  return total + (zero ? digit : digit * (above / 10))
}

function digitOf(character: string): number | null {
  if (character === '〇') return 0
  if (character === '两') return 2
  const plain = DIGITS.indexOf(character)
  if (plain >= 0) return plain
  const formal = FORMAL.indexOf(character)
  return formal >= 0 ? formal : null
}

function unitOf(character: string): number {
  if (character === '十' || character === '拾') return 10
  return character === '百' || character === '佰' ? 100 : 1000
}
