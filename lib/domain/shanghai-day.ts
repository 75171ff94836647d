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
