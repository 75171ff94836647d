import { AFTER_NAME, BEFORE_NAMES, NO_SCHOOL_YET } from '@/lib/copy/staff/season-trial'
import { bandsOf } from '@/lib/domain/overview'
import { loadsOf, type Against, type SchoolLoad, type SimulationResult } from '@/lib/domain/simulation'
import { Chart, Drawing } from '../../../../overview/chart'
import { Depths, labelWidth, Name } from '../../../../overview/school-rows'
import { LoadTable } from './load-table'

const TITLE = '各校人数与学位'
const LONGEST = 620
const BAR = 18
/** from one school's pair of bars to the next one's */
const PAIR = 58
/** of one figure, in the type that charts have */
const DIGIT = 8

/** Two bars a school: above as it was, below by the draft, each with the seats that there are. */
export function LoadChart({ result, against }: { result: SimulationResult; against: Against }) {
  const loads = loadsOf(result)
  const bands = bandsOf(result.categories)
  const left = labelWidth(loads.map(({ name }) => ({ name: name ?? NO_SCHOOL_YET }))) + 56
  const most = Math.max(1, ...loads.flatMap(({ total, capacity }) => [total.before, total.after, capacity.before ?? 0, capacity.after ?? 0]))
  const scale = (count: number) => (count / most) * LONGEST
  const label = `各校人数，${BEFORE_NAMES[against]}和${AFTER_NAME}：${loads.map(({ name, total }) => `${name ?? NO_SCHOOL_YET} ${total.before} 和 ${total.after}`).join('，')}`
  return (
    <Chart
      id="loads"
      title={TITLE}
      legend={<>{bands.map((band, depth) => <span key={band}><i className={`depth-${depth + 1}`} />{band}</span>)}<span><i className="depth-seats" />学位数</span></>}
      table={<LoadTable caption={`${TITLE}，${BEFORE_NAMES[against]} → ${AFTER_NAME}`} loads={loads} categories={result.categories} />}
    >
      <Drawing width={left + LONGEST + 102} height={loads.length * PAIR + 4} label={label}>
        {loads.map((load, row) => (
          <g key={load.code}>
            <Name y={row * PAIR + 16} name={load.name ?? NO_SCHOOL_YET} />
            <Side load={load} side="before" words={BEFORE_NAMES[against]} bands={bands.length} left={left} y={row * PAIR + 6} scale={scale} />
            <Side load={load} side="after" words={AFTER_NAME} bands={bands.length} left={left} y={row * PAIR + 6 + BAR + 3} scale={scale} />
          </g>
        ))}
      </Drawing>
    </Chart>
  )
}

type SideProps = { load: SchoolLoad; side: 'before' | 'after'; words: string; bands: number; left: number; y: number; scale: (count: number) => number }

function Side({ load, side, words, bands, left, y, scale }: SideProps) {
  const total = load.total[side]
  const seats = load.capacity[side] === null ? null : left + scale(load.capacity[side])
  const end = left + scale(total)
  const after = end + 9 + `${total}`.length * DIGIT + 12
  return (
    <>
      <text x={left - 50} y={y + 14}>{words}</text>
      {seats !== null && <rect className="track" x={left} y={y} width={seats - left} height={BAR} />}
      <Depths demand={inBands(load, side, bands)} left={left} y={y} height={BAR} scale={scale} />
      <text className="t" x={end + 9} y={y + 14}>{total}</text>
      {seats !== null && <path className="seats" d={`M${seats} ${y - 2}v${BAR + 4}`} />}
      {seats !== null && <text x={seats + 8 > end - 4 && seats < after ? after : seats + 8} y={y + 14}>{load.capacity[side]}</text>}
    </>
  )
}

/** The last depth has everything that follows, and those without a category. */
function inBands({ demand }: SchoolLoad, side: 'before' | 'after', bands: number): number[] {
  const counts = demand.map((one) => one[side])
  const rest = Math.max(0, bands - 1)
  return [...counts.slice(0, rest), counts.slice(rest).reduce((sum, one) => sum + one, 0)]
}
