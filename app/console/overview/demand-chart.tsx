import { capacityWords, NO_SCHOOL } from '@/lib/copy/staff/overview'
import type { SchoolFigures } from '@/lib/domain/overview'
import { Chart, Drawing, FigureTable } from './chart'
import { Depths, labelWidth, Name, ROW } from './school-rows'

const TITLE = '预分配人数与学位'
const LONGEST = 470
/** of one figure, in the type that charts have */
const DIGIT = 8

/** The figure behind the bar, and the seats behind their line; where the line would go through the figure, or lies in the bar, both follow it. */
function figuresAt(end: number, seats: number | null, width: number): { submitted: number; capacity: number } {
  const crossed = seats !== null && seats >= end && seats < end + 9 + width + 6
  const submitted = crossed ? seats + 9 : end + 9
  return { submitted, capacity: seats !== null && !crossed && seats >= end ? seats + 8 : submitted + width + 12 }
}

/** Who is pre-allocated where, the most entitled darkest, against the seats that there are (R-03, R-26); the table has every category. */
export function DemandChart({ bands, categories, schools }: { bands: readonly string[]; categories: readonly string[]; schools: readonly SchoolFigures[] }) {
  const left = labelWidth(schools)
  const most = Math.max(1, ...schools.flatMap(({ submitted, capacity }) => [submitted, capacity ?? 0]))
  const scale = (count: number) => (count / most) * LONGEST
  const rows = schools.map(({ name, capacity, byCategory, submitted }) => ({ head: name ?? NO_SCHOOL, cells: [capacity ?? '—', capacity === null ? '—' : Math.max(0, submitted - capacity), ...byCategory, submitted] }))
  const label = `各校预分配人数与学位：${schools.map(({ name, submitted, capacity }) => `${name ?? NO_SCHOOL} ${submitted}${capacity === null ? '' : ` 比 ${capacityWords(submitted, capacity)}`}`).join('，')}`
  return (
    <Chart
      id="demand"
      title={TITLE}
      legend={<>{bands.map((band, depth) => <span key={band}><i className={`depth-${depth + 1}`} />{band}</span>)}<span><i className="depth-seats" />学位数</span></>}
      table={<FigureTable wide caption={TITLE} columns={['学校', '学位', '超出', ...categories, '合计']} rows={rows} />}
    >
      <Drawing width={left + LONGEST + 154} height={schools.length * ROW + 4} label={label}>
        {schools.map(({ code, name, capacity, demand, submitted }, row) => {
          const y = row * ROW + 8
          const end = left + scale(submitted)
          const seats = capacity === null ? null : left + scale(capacity)
          const at = figuresAt(end, seats, `${submitted}`.length * DIGIT)
          return (
            <g key={code}>
              <Name y={y} name={name ?? NO_SCHOOL} />
              {seats !== null && <rect className="track" x={left} y={y} width={seats - left} height="24" />}
              <Depths demand={demand} left={left} y={y} height={24} scale={scale} />
              <text className="t" x={at.submitted} y={y + 17}>{submitted}</text>
              {seats !== null && <path className="seats" d={`M${seats} ${y - 5}v34`} />}
              {capacity !== null && <text x={at.capacity} y={y + 17}>{capacityWords(submitted, capacity)}</text>}
            </g>
          )
        })}
      </Drawing>
    </Chart>
  )
}
