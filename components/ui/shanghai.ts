/** People read the wall clock of Asia/Shanghai wherever the server stands. */
const parts = new Intl.DateTimeFormat("en-US", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
  hourCycle: "h23",
});

export type ShanghaiDay = { year: number; month: number; day: number; hour: number; minute: number };

export function shanghaiDay(instant: number): ShanghaiDay {
  const found: ShanghaiDay = { year: 0, month: 0, day: 0, hour: 0, minute: 0 };
  for (const { type, value } of parts.formatToParts(instant)) {
    if (type === "year" || type === "month" || type === "day" || type === "hour" || type === "minute") found[type] = Number(value);
  }
  return found;
}

/** 8月24日 23:59 */
export function monthDayTime(instant: number): string {
  const { month, day, hour, minute } = shanghaiDay(instant);
  return `${month}月${day}日 ${hour}:${String(minute).padStart(2, "0")}`;
}

/** How many midnights of Asia/Shanghai lie between two instants. */
export function daysBetween(from: number, to: number): number {
  const a = shanghaiDay(from);
  const b = shanghaiDay(to);
  return (Date.UTC(b.year, b.month - 1, b.day) - Date.UTC(a.year, a.month - 1, a.day)) / 86_400_000;
}
