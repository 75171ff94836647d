import { isRealDate } from './id-number'

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?:(Z)|([+-])(\d{2}):?(\d{2}))$/i

/**
 * Milliseconds since 1970 of an ISO 8601 instant with an offset, finer fractions cut off; null when it is none. Without
 * an offset nobody could say which instant is meant, so that is none either.
 */
export function instantOf(text: string): number | null {
  const found = INSTANT.exec(text)
  if (!found) return null
  const part = (index: number) => Number(found[index] ?? 0)
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)]
  const milliseconds = Number((found[7] ?? '').slice(0, 3).padEnd(3, '0'))
  const endOfDay = hour === 24 && minute === 0 && second === 0 && milliseconds === 0
  if (!isRealDate(year, month, day) || (hour > 23 && !endOfDay) || minute > 59 || second > 59) return null
  if (part(10) > 23 || part(11) > 59) return null
  const offset = (part(10) * 60 + part(11)) * (found[9] === '-' ? -60_000 : 60_000)
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds) - offset
}

/** Whether the text is a day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return found !== null && isRealDate(Number(found[1]), Number(found[2]), Number(found[3]))
}

const SHANGHAI_MS = 8 * 60 * 60 * 1000
const MEAN_YEAR_MS = 365.2425 * 24 * 60 * 60 * 1000

/** The year that an instant lies in for people here. Asia/Shanghai has had no summer time since 1991. */
export function shanghaiYear(at: number): number {
  const there = at + SHANGHAI_MS
  const about = 1970 + Math.floor(there / MEAN_YEAR_MS)
  if (there < Date.UTC(about, 0)) return about - 1
  return there < Date.UTC(about + 1, 0) ? about : about + 1
}
