import { z } from 'zod'

const word = z.string().optional().catch(undefined)
/** Whose season a parent's address asks for; what makes no sense there is as if it were not there. */
export const seasonAsked = z.object({ county: word, year: word })

export function seasonQuery({ county, year }: { county: string; year: number }): string {
  return `county=${county}&year=${year}`
}
