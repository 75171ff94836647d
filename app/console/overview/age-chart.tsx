import { waitedWords } from '@/lib/copy/staff/overview'
import type { AgeFigures } from '@/lib/domain/overview'
import { Chart, Drawing, FigureTable } from './chart'

const TITLE = '待审核已等工作日'
const ROW = 33
const LEFT = 92
const LONGEST = 264

/** How long what waits has waited; cinnabar is what is overdue, and nothing else. */
export function AgeChart({ ages }: { ages: readonly AgeFigures[] }) {
  const totals = ages.map((age) => age.inTime + age.overdue)
  const most = Math.max(1, ...totals)
  const scale = (count: number) => (count / most) * LONGEST
  const rows = ages.map(({ workingDays, last, inTime, overdue }) => ({ head: waitedWords(workingDays, last), cells: [inTime + overdue, overdue] }))
  return (
    <Chart
      id="ages"
      title={TITLE}
      legend={ages.some((age) => age.overdue > 0) && <><span><i className="depth-2" />没到期限</span><span><i className="overdue" />已超期</span></>}
      table={<FigureTable caption={TITLE} columns={['已等', '件数', '其中超期']} rows={rows} />}
    >
      <Drawing width={440} height={ages.length * ROW + 8} label={`待审核等待工作日：${rows.map(({ head, cells: [count, overdue] }) => `${head} ${count}${overdue ? `，其中超期 ${overdue}` : ''}`).join('，')}`}>
        {ages.map(({ workingDays, last, inTime, overdue }, row) => {
          const y = row * ROW + 6
          return (
            <g key={workingDays}>
              <text x="0" y={y + 16}>{waitedWords(workingDays, last)}</text>
              {inTime > 0 && <rect className="depth-2" x={LEFT} y={y} width={scale(inTime)} height="22" />}
              {overdue > 0 && <rect className="overdue" x={LEFT + scale(inTime)} y={y} width={scale(overdue)} height="22" />}
              <text className="t" x={LEFT + scale(inTime + overdue) + 8} y={y + 16}>{inTime + overdue}</text>
            </g>
          )
        })}
      </Drawing>
    </Chart>
  )
}
