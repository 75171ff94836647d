import { searchOf } from './application-search'
import { gramsOf, gramsWanted, searchable, type TokenKind } from './listing'
import { writtenNumber } from './written-number'

/** Parts that have to be there all together, as one kind of text. */
export type Wanted = { readonly kind: TokenKind; readonly grams: readonly string[] }

/**
 * What was typed into the one box, word by word: each word has to be found, as any one of what it may be meant as. A word for
 * which there is nothing finds nobody.
 * @param near also what is written nearly so: a wrong sign in a name, a house told in other words, a digit misheard
 */
export function wordsSought(typed: string, near: boolean): readonly (readonly Wanted[])[] {
  const digits = searchable(typed).replace(/^(?:手机)?尾号/, '').replace(/-/g, '')
  // Spaces and dashes in a telephone's number part no words.
  if (isPhone(digits)) return [meantAs(digits, ['phone-tail'], near)]
  return wordsOf(typed).map((word) => (isPhone(word) ? meantAs(word, ['phone-tail', 'place'], near) : meantAs(word, ['name', 'place'], near)))
}

const RECEIPT_TAIL = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/

/** The receipt's number that a parent reads out, all of it or what stands behind county and year; null where it is none. */
export function receiptSought({ county, year }: { county: string; year: number }, typed: string): string | null {
  const written = writtenNumber(typed)
  const whole = searchOf('receipt', RECEIPT_TAIL.test(written) ? `${county}${year}-${written}` : written)
  return whole.ok ? whole.value.text : null
}

/** Digits are a phone: its last four, or all of it as the telephone shows it. */
function isPhone(digits: string): boolean {
  return /^(?:\d{4}|1\d{10})$/.test(digits)
}

function wordsOf(typed: string): string[] {
  return typed.normalize('NFKC').split(/[\s,;、。]+/u).map(searchable).filter((word) => word !== '')
}

function meantAs(word: string, kinds: readonly TokenKind[], near: boolean): Wanted[] {
  const exact = kinds.map((kind) => ({ kind, grams: gramsWanted(kind, word) }))
  const nearly = near ? kinds.flatMap((kind) => NEARLY[kind](word).map((grams) => ({ kind, grams }))) : []
  return [...exact, ...nearly].filter(({ grams }) => grams.length > 0)
}

const LONGEST_NAME = 6

/** Each of these is enough. Made of whole parts that a listing has already: nothing is kept for it. */
const NEARLY: Readonly<Record<TokenKind, (word: string) => string[][]>> = {
  /** all signs but one, in any order; of two both, with whatever stands between them */
  name: (word) => {
    const signs = [...word]
    if (signs.length < 2 || signs.length > LONGEST_NAME) return []
    return signs.length === 2 ? [signs] : signs.map((_, left) => signs.filter((_sign, place) => place !== left))
  },
  /** a third of the pairs that follow each other, two at least: 阳光花园 with another word before it or after it */
  place: (word) => {
    const pairs = gramsOf('place', word)
    const length = pairs.length === 2 ? 1 : Math.max(2, Math.ceil(pairs.length / 3))
    const runs = pairs.slice(0, pairs.length - length + 1).map((_, from) => pairs.slice(from, from + length))
    // Of long runs every second one: what shares a little more than one has one of them, and the index is asked half as often.
    return pairs.length < 2 ? [] : runs.filter((_, from) => length < 3 || from % 2 === 0)
  },
  /** two digits the other way round, or one misheard */
  'phone-tail': (word) => {
    const tail = [...word].slice(-4)
    const turned = [0, 1, 2].map((place) => tail.with(place, tail[place + 1] ?? '').with(place + 1, tail[place] ?? ''))
    const misheard = tail.flatMap((_, place) => [...'0123456789'].map((digit) => tail.with(place, digit)))
    return [...new Set([...turned, ...misheard].map((digits) => digits.join('')))].map((digits) => [digits])
  },
}
