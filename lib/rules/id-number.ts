/** Why a number is none of GB 11643; the first fault in this order. */
export type IdNumberFault = 'length' | 'region' | 'date' | 'check'

/** Provinces of GB/T 2260 by their first two digits. */
const PROVINCES: ReadonlySet<number> = new Set([
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46,
  50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83,
])
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_CHARACTERS = '10X98765432'
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/**
 * GB 11643: 18 characters, a province of GB/T 2260, a real date, the check character (`x` equals `X`). Null when the
 * number is right.
 */
export function idNumberFault(value: string): IdNumberFault | null {
  if (value.length !== 18) return 'length'
  let sum = 0
  for (let place = 0; place < 17; place += 1) {
    const digit = value.charCodeAt(place) - 48
    if (digit < 0 || digit > 9) return 'length'
    sum += digit * (WEIGHTS[place] ?? 0)
  }
  const last = value.charCodeAt(17)
  const isX = last === 88 || last === 120
  if (!isX && (last < 48 || last > 57)) return 'length'
  if (!PROVINCES.has(numberAt(value, 0, 2))) return 'region'
  if (!isRealDate(numberAt(value, 6, 4), numberAt(value, 10, 2), numberAt(value, 12, 2))) return 'date'
  return CHECK_CHARACTERS.charCodeAt(sum % 11) === (isX ? 88 : last) ? null : 'check'
}

/** The date of birth, YYYY-MM-DD, that a right number states; null for a wrong one, whose date nobody should trust. */
export function birthDateOf(value: string): string | null {
  if (idNumberFault(value) !== null) return null
  return `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
}

/** Whether the calendar has this day. */
export function isRealDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  const leap = month === 2 && (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 1 : 0
  return day <= (MONTH_DAYS[month - 1] ?? 0) + leap
}

function numberAt(value: string, start: number, length: number): number {
  let number = 0
  for (let place = start; place < start + length; place += 1) number = number * 10 + value.charCodeAt(place) - 48
  return number
}
