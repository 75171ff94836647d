import { monthDay } from '@/lib/copy/staff/overview'
import type { DayFigures } from '@/lib/domain/overview'
import { Chart, Drawing, FigureTable } from './chart'
import { barOf, BASE, DayAxis, DAYS_WIDTH, heightIn, isReadable, pitchOf } from './day-axis'

const TITLE = '每天申诉与未通过'
/** Under the table too: a refused appeal that is sent again counts on both days. */
const ROUNDS = '每次提交、每次未通过都算一次。'

/** What came in and what was turned down, day by day. */
export function AppealDays({ days }: { days: readonly DayFigures[] }) {
  const past = days.filter((one) => one.when !== 'future' || one.sent + one.refused > 0)
  const highest = Math.max(...days.flatMap((one) => [one.sent, one.refused]))
  const [pitch, width] = [pitchOf(days.length), barOf(days.length) / 2]
  const figures = isReadable(days.length)
  return (
    <Chart
      id="appeal-days"
      title={TITLE}
      legend={<><span><i className="depth-2" />提交申诉</span><span><i className="depth-4" />审核未通过</span><span>{highest === 0 ? '还没有申诉。' : ROUNDS}</span></>}
      table={<FigureTable caption={TITLE} columns={['日期', '提交申诉', '审核未通过']} rows={past.map((one) => ({ head: monthDay(one.day), cells: [one.sent, one.refused] }))} />}
    >
      <Drawing width={DAYS_WIDTH} height={172} label={`按天申诉：${past.map((one) => `${monthDay(one.day)} 提交 ${one.sent}，未通过 ${one.refused}`).join('；')}`}>
        <DayAxis days={days} />
        {days.map(({ day, sent, refused }, place) => (
          <g key={day}>
            <Bar className="depth-2" x={place * pitch + 4} width={width} count={sent} highest={highest} figures={figures} />
            <Bar className="depth-4" x={place * pitch + 4 + width} width={width} count={refused} highest={highest} figures={figures} />
          </g>
        ))}
      </Drawing>
    </Chart>
  )
}

type BarProps = { className: string; x: number; width: number; count: number; highest: number; figures: boolean }

function Bar({ className, x, width, count, highest, figures }: BarProps) {
  const height = heightIn(count, highest)
  return height > 0 && (
    <>
      <rect className={className} x={x} y={BASE - height} width={width - 1} height={height} />
      {figures && <text className="t" x={x + width / 2} y={BASE - height - 8} textAnchor="middle">{count}</text>}
    </>
  )
}
