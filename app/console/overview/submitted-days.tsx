import { monthDay } from '@/lib/copy/staff/overview'
import type { DayFigures } from '@/lib/domain/overview'
import { Chart, Drawing, FigureTable } from './chart'
import { barOf, BASE, DayAxis, DAYS_WIDTH, heightIn, isReadable, pitchOf } from './day-axis'

const TITLE = '每天提交'

/** Submissions by day over the season's window; today is not over yet and stands lighter. */
export function SubmittedDays({ days }: { days: readonly DayFigures[] }) {
  const [first, last] = [days.at(0), days.at(-1)]
  const past = days.filter((one) => one.when !== 'future' || one.submitted > 0)
  const highest = Math.max(...days.map((one) => one.submitted))
  const [pitch, bar] = [pitchOf(days.length), barOf(days.length)]
  return (
    <Chart
      id="submitted"
      title={TITLE}
      legend={first && last && `${monthDay(first.day)}至${monthDay(last.day)}。${highest === 0 ? '还没有人提交。' : '今天还没结束，颜色浅。'}`}
      table={<FigureTable caption={TITLE} columns={['日期', '提交']} rows={past.map((one) => ({ head: monthDay(one.day), cells: [one.submitted] }))} />}
    >
      <Drawing width={DAYS_WIDTH} height={172} label={`按天提交：${past.map((one) => `${monthDay(one.day)} ${one.submitted}`).join('，')}`}>
        <DayAxis days={days} />
        {days.map(({ day, submitted, when }, place) => {
          const height = heightIn(submitted, highest)
          const x = place * pitch + 4
          return height > 0 && (
            <g key={day}>
              <rect className={when === 'today' ? 'depth-2 is-unfinished' : 'depth-2'} x={x} y={BASE - height} width={bar} height={height} />
              {isReadable(days.length) && <text className="t" x={x + bar / 2} y={BASE - height - 8} textAnchor="middle">{submitted}</text>}
            </g>
          )
        })}
      </Drawing>
    </Chart>
  )
}
