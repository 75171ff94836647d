export const DAY_MS = 24 * 60 * 60 * 1000
/** Asia/Shanghai has had no summer time since 1991. */
const SHANGHAI_MS = 8 * 60 * 60 * 1000

/** YYYY-MM-DD in Shanghai. @param at milliseconds since 1970 */
export function shanghaiDay(at: number): string {
  return new Date(at + SHANGHAI_MS).toISOString().slice(0, 10)
}

/** The instant at which a day begins there, milliseconds. */
export function shanghaiMidnight(day: string): number {
  return Date.parse(day) - SHANGHAI_MS
}

export type ShanghaiTime = { year: number; month: number; day: number; hour: number; minute: number; second: number }

/** The clock on the wall there. Worked out, not asked of `Intl`: a list says some hundred moments. @param at milliseconds since 1970, from 1992 on */
export function shanghaiTime(at: number): ShanghaiTime {
  const there = new Date(at + SHANGHAI_MS)
  return { year: there.getUTCFullYear(), month: there.getUTCMonth() + 1, day: there.getUTCDate(), hour: there.getUTCHours(), minute: there.getUTCMinutes(), second: there.getUTCSeconds() }
}
