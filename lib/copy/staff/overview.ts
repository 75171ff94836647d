import type { SeasonPhase } from '@/lib/domain/season-phase'

/** What stands before the time that is left. */
export const LEFT_WORDS = {
  before: '距采集开始还有',
  open: '距采集截止还有',
  after: '采集已经截止',
} as const satisfies Record<SeasonPhase, string>

export const NO_FIGURES = {
  noSeason: { title: '还没有数字', text: '本县还没有发布招生方案。' },
  before: { title: '采集还没有开始', text: '开始以后，这里按天、按学校、按类别显示提交、申诉和审核的情况。' },
} as const

/** The line of those that no school of the season counts. */
export const NO_SCHOOL = '未定学校'

/** How many seats there are, and by how many that is too few. */
export function capacityWords(submitted: number, capacity: number): string {
  return submitted > capacity ? `${capacity}，超 ${submitted - capacity} 人` : `${capacity}`
}

/** 当天, 1 天, and 3 天及以上 at the end. */
export function waitedWords(workingDays: number, last: boolean): string {
  if (workingDays === 0) return '当天'
  return last ? `${workingDays} 天及以上` : `${workingDays} 天`
}

/** 8月14日 out of 2023-08-14 */
export function monthDay(day: string): string {
  const [, month, date] = day.split('-')
  return `${Number(month)}月${Number(date)}日`
}

/** A median, or a dash where nothing has been decided. */
export function hoursWords(hours: number | null): string {
  return hours === null ? '—' : hours.toFixed(1)
}
