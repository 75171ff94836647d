import { NO_CATEGORY, NO_SCHOOL_YET } from '@/lib/copy/staff/season-trial'
import { shortLabel } from '@/lib/domain/overview'
import type { SchoolLoad, SimulationResult } from '@/lib/domain/simulation'

type Both = { before: number | null; after: number | null }

/** Every figure that the chart is drawn from, before and after; what changes is heavier. */
export function LoadTable({ caption, loads, categories }: { caption: string; loads: readonly SchoolLoad[]; categories: SimulationResult['categories'] }) {
  const columns = [...categories.map(({ code, label }) => ({ key: code, name: shortLabel(label) })), { key: '', name: NO_CATEGORY }]
  const shown = columns.map((_, index) => loads.some(({ demand }) => (demand[index]?.before ?? 0) + (demand[index]?.after ?? 0) > 0))
  return (
    <div className="scroll">
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead><tr><th scope="col">学校</th><th scope="col">学位</th>{columns.map(({ key, name }, index) => shown[index] && <th key={key} scope="col">{name}</th>)}<th scope="col">合计</th><th scope="col">余下学位</th></tr></thead>
        <tbody>
          {loads.map(({ code, name, capacity, demand, total }) => (
            <tr key={code}>
              <th scope="row">{name ?? NO_SCHOOL_YET}</th>
              <Change counts={capacity} />
              {demand.map((counts, index) => shown[index] && <Change key={columns[index]?.key} counts={counts} />)}
              <Change counts={total} />
              <Change counts={{ before: spare(capacity.before, total.before), after: spare(capacity.after, total.after) }} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Negative where there are more children than seats. */
function spare(capacity: number | null, total: number): number | null {
  return capacity === null ? null : capacity - total
}

function Change({ counts: { before, after } }: { counts: Both }) {
  return <td>{before === after ? (after ?? '—') : <b>{before ?? '—'} → {after ?? '—'}</b>}</td>
}
