import type { DayFigures } from '@/lib/domain/overview'

/** Where the bars of a drawing by day stand. */
export const BASE = 144
const TALLEST = 110
const COLUMNS = 480

/** One day beside the next: a notice's eleven as in the look, a long season's closer together. */
export function pitchOf(days: number): number {
  return Math.floor((COLUMNS / Math.max(days, 11)) * 10) / 10
}

/** How wide a day's bar is. */
export function barOf(days: number): number {
  return pitchOf(days) * 0.73
}

/** Below this two figures would touch: then the table alone has them, and every fifth day its name. */
const READABLE = 26

export function isReadable(days: number): boolean {
  return pitchOf(days) >= READABLE
}

export const DAYS_WIDTH = COLUMNS

/** What there is one of is seen. */
export function heightIn(count: number, highest: number): number {
  return count === 0 ? 0 : Math.max(2, Math.round((count / highest) * TALLEST))
}

export function DayAxis({ days }: { days: readonly DayFigures[] }) {
  const [pitch, bar] = [pitchOf(days.length), barOf(days.length)]
  const every = isReadable(days.length) ? 1 : 5
  return (
    <>
      <path className="axis" d={`M0 ${BASE + 0.5}H${COLUMNS}`} />
      {days.map(({ day, when }, place) => place % every === 0 && (
        <text key={day} className={when === 'today' ? 't' : undefined} x={place * pitch + 4 + bar / 2} y={BASE + 20} textAnchor="middle">{Number(day.slice(-2))}</text>
      ))}
    </>
  )
}
