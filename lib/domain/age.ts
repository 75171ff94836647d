import { birthDateOf } from '@/lib/rules'

export type AgeFault = { side: 'early' | 'late'; birthday: string; from: string; to: string; days: number }

/**
 * Which limit of R-02 a child misses, and by how many days; null within the limits (both ends included) or without a date.
 * Dates are YYYY-MM-DD, which compare as text.
 */
export function ageFault(idNumber: string, season: { bornFrom: string; bornTo: string }): AgeFault | null {
  const birthday = birthDateOf(idNumber)
  if (birthday === null) return null
  const range = { birthday, from: season.bornFrom, to: season.bornTo }
  if (birthday < season.bornFrom) return { side: 'early', ...range, days: daysBetween(birthday, season.bornFrom) }
  if (birthday > season.bornTo) return { side: 'late', ...range, days: daysBetween(season.bornTo, birthday) }
  return null
}

function daysBetween(earlier: string, later: string): number {
  return Math.round((Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / 86_400_000)
}
