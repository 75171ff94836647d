import { NO_SCHOOL } from '@/lib/copy/staff/overview'
import type { Overview, SchoolFigures } from '@/lib/domain/overview'
import { Chart, Drawing, FigureTable } from './chart'
import { labelWidth, Name, ROW } from './school-rows'

const TITLE = '申诉中与未通过，按学校'
const LONGEST = 440

/** Whose appeals wait or were refused, by the school of their registration; most have none before the verdict. */
export function AppealSchools({ schools, appeals }: { schools: readonly SchoolFigures[]; appeals: Overview['appeals'] }) {
  const left = labelWidth(schools)
  const most = Math.max(1, ...schools.map((one) => one.waiting + one.refused))
  const scale = (count: number) => (count / most) * LONGEST
  const rows = schools.map(({ name, submitted, waiting, refused }) => ({ head: name ?? NO_SCHOOL, cells: [submitted, waiting, refused] }))
  return (
    <Chart
      id="appeal-schools"
      title={TITLE}
      legend={<><span><i className="depth-2" />申诉中 {appeals.waiting}</span><span><i className="depth-4" />未通过，还没有再提交 {appeals.refused}</span></>}
      table={<FigureTable caption={TITLE} columns={['学校', '已提交', '申诉中', '未通过']} rows={rows} />}
    >
      <Drawing width={left + LONGEST + 184} height={schools.length * ROW + 4} label={`各校申诉：${rows.map(({ head, cells: [, waiting, refused] }) => `${head} 申诉中 ${waiting}，未通过 ${refused}`).join('；')}`}>
        {schools.map(({ code, name, waiting, refused }, row) => {
          const y = row * ROW + 8
          return (
            <g key={code}>
              <Name y={y} name={name ?? NO_SCHOOL} />
              {waiting > 0 && <rect className="depth-2" x={left} y={y} width={scale(waiting)} height="24" />}
              {refused > 0 && <rect className="depth-4" x={left + scale(waiting)} y={y} width={scale(refused)} height="24" />}
              <text className="t" x={left + scale(waiting + refused) + 9} y={y + 17}>{waiting + refused}</text>
            </g>
          )
        })}
      </Drawing>
    </Chart>
  )
}
