import { useId } from 'react'
import { STATE_WORDS } from '@/lib/copy/staff/school'
import { APPLICANT_STATES, totalOf, type ApplicantState, type StateCounts } from '@/lib/domain/applicants'
import type { CountedBy } from '@/lib/data/applicant-counts'
import { paths } from '@/lib/paths'
import { withQuery } from '../list-query'
import type { Listed } from '../season-lists'

type Props = { title: string; by: CountedBy; listed: readonly Listed[]; counts: ReadonlyMap<string, StateCounts> }

export function CountTable({ title, by, listed, counts }: Props) {
  const id = useId()
  return (
    <section className="chart" aria-labelledby={id}>
      <h2 id={id} className="text-lg">{title}</h2>
      <div className="scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{title}</th>
              {APPLICANT_STATES.map((state) => <th key={state} className="end" scope="col">{STATE_WORDS[state].text}</th>)}
              <th className="end" scope="col">合计</th>
            </tr>
          </thead>
          <tbody>
            {listed.map(({ key, label }) => {
              const row = counts.get(key)
              return (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  {APPLICANT_STATES.map((state) => <td key={state} className="end"><Counted count={row?.[state] ?? 0} by={by} value={key} state={state} /></td>)}
                  <td className="end"><Counted count={row ? totalOf(row) : 0} by={by} value={key} /></td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** To whom it counts; nobody is behind a nought. */
function Counted({ count, by, value, state }: { count: number; by: CountedBy; value: string; state?: ApplicantState }) {
  return count === 0 ? <>0</> : <a href={withQuery(paths.school, { [by]: value, state })}>{count}</a>
}
