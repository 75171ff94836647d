import type { ReviewSettings } from '@/lib/rules'
import { DAY_MS, shanghaiDay, shanghaiMidnight } from './shanghai-day'

export function isWorkingDay(day: string, { holidays, workdays }: Pick<ReviewSettings, 'holidays' | 'workdays'>): boolean {
  if (workdays.includes(day)) return true
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day)
}

function endOf(day: string, until: string): number {
  return Date.parse(`${day}T${until}:00+08:00`)
}

/**
 * When a case is due: at the end of the n-th working day after the one on which it came; what comes after hours, or on
 * a day off, counts as of the next working day.
 * @param at milliseconds since 1970
 */
export function dueAt(at: number, review: ReviewSettings): number {
  let day = shanghaiDay(at)
  const next = () => {
    do day = shanghaiDay(shanghaiMidnight(day) + DAY_MS)
    while (!isWorkingDay(day, review))
  }
  if (!isWorkingDay(day, review) || at >= endOf(day, review.until)) next()
  for (let days = 0; days < review.workingDays; days++) next()
  return endOf(day, review.until)
}

/** How many working days something has waited: 0 on the day on which it came. */
export function workingDaysBetween(from: number, to: number, review: Pick<ReviewSettings, 'holidays' | 'workdays'>): number {
  let days = 0
  const last = shanghaiDay(to)
  for (let day = shanghaiDay(from); day < last; ) {
    day = shanghaiDay(shanghaiMidnight(day) + DAY_MS)
    if (isWorkingDay(day, review)) days++
  }
  return days
}
