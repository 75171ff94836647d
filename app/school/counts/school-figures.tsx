import { STATE_WORDS } from '@/lib/copy/staff/school'
import { APPLICANT_STATES, type StateCounts } from '@/lib/domain/applicants'
import { paths } from '@/lib/paths'
import { withQuery } from '../list-query'

type Props = { counts: readonly StateCounts[]; /** null where the county has not said */ capacity: number | null }

/** The whole school in four numbers. Seats stand beside what is submitted, because only that asks for one. */
export function SchoolFigures({ counts, capacity }: Props) {
  const seats = capacity === null ? '县里还没有公布学位数' : `学位 ${capacity} 个`
  return (
    <dl className="figures">
      {APPLICANT_STATES.map((state) => (
        <div key={state}>
          <dt>{STATE_WORDS[state].text}</dt>
          <dd><a href={withQuery(paths.school, { state })}><b>{counts.reduce((sum, one) => sum + one[state], 0)}</b></a>{state === 'submitted' && <small>{seats}</small>}</dd>
        </div>
      ))}
    </dl>
  )
}
