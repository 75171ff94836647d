import { shanghaiTime } from '@/lib/domain/shanghai-day'

// Dates and times for people: always Nanchang's, whatever the server or the phone believes. Input in milliseconds.

const two = (number: number) => String(number).padStart(2, '0')

/** 2023年8月16日 9:12 */
export function dayAndTime(at: number): string {
  return `${shanghaiTime(at).year}年${shortDayAndTime(at)}`
}

/** 8月16日 9:12, where the year is the season's */
export function shortDayAndTime(at: number): string {
  const { month, day, hour, minute } = shanghaiTime(at)
  return `${month}月${day}日 ${hour}:${two(minute)}`
}

/** 9:12 */
export function clockTime(at: number): string {
  const { hour, minute } = shanghaiTime(at)
  return `${hour}:${two(minute)}`
}

/** 2023年8月16日 9:12:07 */
export function dayAndExactTime(at: number): string {
  return `${dayAndTime(at)}:${two(shanghaiTime(at).second)}`
}

/** 8月24日 23:59, the last minute that is still in: `closesAt` itself is out. */
export function lastMinute(closesAt: number): string {
  return shortDayAndTime(closesAt - 1)
}

/** 2017年3月12日 out of 2017-03-12 */
export function writtenDate(date: string): string {
  const [year, month, day] = date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

/** 2023年5月 out of 2023-05 */
export function writtenMonth(written: string): string {
  const [year, month] = written.split('-')
  return `${year}年${Number(month)}月`
}

/** 3 分钟: how long there is to wait, rounded up. */
export function minutes(ms: number): string {
  return `${Math.max(1, Math.ceil(ms / 60_000))} 分钟`
}
