const INSTANTS = ['opensAt', 'closesAt'] as const
const DAYS = ['bornFrom', 'bornTo'] as const

/**
 * A season's settings as those of the next year, for the county to check: instants, days and the year in the title a year
 * later. Days off and the draw of the seed are asked for anew, and last year's notice is no source of this year's.
 */
export function asNextYear(settings: Readonly<Record<string, unknown>>, year: number): Record<string, unknown> {
  const next: Record<string, unknown> = { ...settings, year: year + 1, source: '' }
  for (const key of [...INSTANTS, ...DAYS]) {
    const value = settings[key]
    if (typeof value === 'string') next[key] = aYearLater(value)
  }
  const { title, review, allocation } = settings
  if (typeof title === 'string') next.title = title.replaceAll(String(year), String(year + 1))
  if (typeof review === 'object' && review !== null) next.review = { ...review, holidays: [], workdays: [] }
  // Last year's draw is over: whoever knows its number would choose by naming it again.
  if (typeof allocation === 'object' && allocation !== null && 'draw' in allocation) next.allocation = { ...allocation, draw: '' }
  return next
}

/** A date, or an instant that begins with one. 29 February becomes 28 February. */
function aYearLater(written: string): string {
  return written.replace(/^(\d{4})(-02-29)?/, (_whole, year: string, leap: string | undefined) => `${Number(year) + 1}${leap === undefined ? '' : '-02-28'}`)
}
