/** How a list of times lies, milliseconds: its middle, the ones that 95 and 99 of 100 stay under, and its ends. */
export type Spread = { count: number; least: number; median: number; p95: number; p99: number; most: number }

export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
  return { count: sorted.length, least: sorted[0] ?? 0, median: at(0.5), p95: at(0.95), p99: at(0.99), most: sorted.at(-1) ?? 0 }
}
