export type SeasonPhase = 'before' | 'open' | 'after'

/** Where an instant lies in the season: `opensAt` is in, `closesAt` is out. All in milliseconds. */
export function seasonPhase(season: { opensAt: number; closesAt: number }, at: number): SeasonPhase {
  if (at < season.opensAt) return 'before'
  return at < season.closesAt ? 'open' : 'after'
}
