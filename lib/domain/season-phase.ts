export type SeasonPhase = 'before' | 'open' | 'after'

/** Where an instant lies in the season: `opensAt` is in, `closesAt` is out. All in milliseconds. */
export function seasonPhase(season: { opensAt: number; closesAt: number }, at: number): SeasonPhase {
  if (at < season.opensAt) return 'before'
  return at < season.closesAt ? 'open' : 'after'
}

type Windowed = { readonly season: { readonly settings: { readonly opensAt: number; readonly closesAt: number } } }

const opening = (one: Windowed, other: Windowed) => one.season.settings.opensAt - other.season.settings.opensAt

/**
 * Of a county's seasons the one that its officers work on: the last that has opened, until the next one opens; before any
 * has, the first that will. Next year's may be published long before.
 */
export function seasonUnderWay<One extends Windowed>(seasons: readonly One[], at: number): One | null {
  const inOrder = seasons.toSorted(opening)
  return inOrder.findLast(({ season }) => season.settings.opensAt <= at) ?? inOrder[0] ?? null
}

/** The same of every county among them. */
export function seasonsUnderWay<One extends Windowed & { readonly county: string }>(seasons: readonly One[], at: number): One[] {
  return [...Map.groupBy(seasons, ({ county }) => county).values()].map((ofCounty) => seasonUnderWay(ofCounty, at)).filter((one) => one !== null)
}

/** The season of a year that an address names; of any other year, or none, the one under way. */
export function seasonOfYear<One extends Windowed & { readonly year: number }>(seasons: readonly One[], year: string | readonly string[] | undefined, at: number): One | null {
  return seasons.find((one) => String(one.year) === year) ?? seasonUnderWay(seasons, at)
}

/** Which of a county's seasons parents are shown, first the one that matters most: what is open, what is to come, and while nothing is open what closed last. */
export function seasonsOnShow<One extends Windowed>(seasons: readonly One[], at: number): One[] {
  const inOrder = seasons.toSorted(opening)
  const inPhase = (phase: SeasonPhase) => inOrder.filter(({ season }) => seasonPhase(season.settings, at) === phase)
  const open = inPhase('open').toReversed()
  return [...open, ...inPhase('before'), ...(open.length > 0 ? [] : inPhase('after').slice(-1))]
}
