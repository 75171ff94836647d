/** Dates and times for people: always Nanchang's, whatever the server or the phone believes. Input in milliseconds. */
const ZONE = 'Asia/Shanghai'

function parts(at: number): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
}

/** 2023年8月16日 9:12 */
export function dayAndTime(at: number): string {
  const { year, month, day, hour, minute } = parts(at)
  return `${year}年${Number(month)}月${Number(day)}日 ${Number(hour)}:${minute}`
}

/** 8月16日 9:12, where the year is the season's */
export function shortDayAndTime(at: number): string {
  const { month, day, hour, minute } = parts(at)
  return `${Number(month)}月${Number(day)}日 ${Number(hour)}:${minute}`
}

/** 9:12 */
export function clockTime(at: number): string {
  const { hour, minute } = parts(at)
  return `${Number(hour)}:${minute}`
}

/** 2023年8月16日 9:12:07 */
export function dayAndExactTime(at: number): string {
  return `${dayAndTime(at)}:${parts(at).second}`
}

/** 8月24日 23:59, the last minute that is still in: `closesAt` itself is out. */
export function lastMinute(closesAt: number): string {
  const { month, day, hour, minute } = parts(closesAt - 1)
  return `${Number(month)}月${Number(day)}日 ${Number(hour)}:${minute}`
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
