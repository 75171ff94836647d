import { totalOf } from '@/lib/domain/allocation'
import type { AllocationRun } from '@/lib/data/allocation-runs'

type Props = { one: AllocationRun; other: AllocationRun; names: ReadonlyMap<string, string> }

const KINDS = [['capacity', '学位'], ['admitted', '录取'], ['coordinated', '统筹进来'], ['held', '保留']] as const

/** A school a line, both runs' numbers in pairs; what differs is bold. */
export function LoadsSideBySide({ one, other, names }: Props) {
  const [before, after] = [one, other].map((run) => new Map(run.loads.map((load) => [load.school, load])))
  const codes = [...new Set([...one.loads, ...other.loads].map(({ school }) => school))]
  return (
    <div className="scroll">
      <table className="table">
        <caption className="sr-only">各校的学位和人数，两次并排</caption>
        <thead>
          <tr><th scope="col" rowSpan={2}>学校</th>{KINDS.map(([kind, name]) => <th key={kind} scope="colgroup" colSpan={2} className="end">{name}</th>)}</tr>
          <tr>{KINDS.flatMap(([kind]) => [one, other].map(({ number }, place) => <th key={`${kind}-${place}`} scope="col" className="end">第 {number} 次</th>))}</tr>
        </thead>
        <tbody>
          {codes.map((code) => (
            <tr key={code}>
              <th scope="row">{names.get(code) ?? code}</th>
              {KINDS.flatMap(([kind]) => pair(`${code}-${kind}`, before?.get(code)?.[kind] ?? 0, after?.get(code)?.[kind] ?? 0))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="pt-2 text-sm text-ink-soft">人工安排：第 {one.number} 次 {totalOf(one.counts, 'by-hand')} 人，第 {other.number} 次 {totalOf(other.counts, 'by-hand')} 人</p>
    </div>
  )
}

function pair(key: string, before: number, after: number) {
  return [before, after].map((count, place) => <td key={`${key}-${place}`} className="end">{before === after ? count : <b>{count}</b>}</td>)
}
