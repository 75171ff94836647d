import { More } from '@/components/ui/disclosure'
import { splitLabel } from '@/lib/copy/bases'
import { OUTCOME_NAMES } from '@/lib/copy/staff/allocation'
import { NO_CATEGORY } from '@/lib/copy/staff/school'
import { allocationOutcome } from '@/lib/domain/admission'
import type { OwnSchool } from '@/lib/data/own-school'
import type { OutcomeCounts } from '@/lib/data/school-admissions'
import { paths } from '@/lib/paths'
import { withQuery } from '../list-query'
import { categoriesOf, withOthers } from '../season-lists'

type Props = { own: OwnSchool; counts: ReadonlyMap<string, OutcomeCounts> }

const OUTCOMES = allocationOutcome.options
const total = (counts: OutcomeCounts) => OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0)

/** How many of each category came how, against the seats; each category leads to its children. */
export function AdmissionCounts({ own, counts }: Props) {
  const all = [...counts.values()].reduce((sum, row) => sum + total(row), 0)
  const listed = withOthers(categoriesOf(own), counts.keys(), NO_CATEGORY).flatMap((one) => {
    const row = counts.get(one.key)
    return row ? [{ ...one, row }] : []
  })
  return (
    <More summary={`共录取 ${all} 人${own.school.capacity === null ? '' : `，学位 ${own.school.capacity} 个`}，按类别看`}>
      <div className="scroll">
        <table className="table">
          <thead>
            <tr><th scope="col">类别</th>{OUTCOMES.map((outcome) => <th key={outcome} className="end" scope="col">{OUTCOME_NAMES[outcome].text}</th>)}<th className="end" scope="col">合计</th></tr>
          </thead>
          <tbody>
            {listed.map(({ key, label, row }) => (
              <tr key={key}>
                <th scope="row">{splitLabel(label).value}</th>
                {OUTCOMES.map((outcome) => <td key={outcome} className="end">{row[outcome]}</td>)}
                <td className="end"><a href={withQuery(paths.schoolAdmissions, { category: key })}>{total(row)}</a></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </More>
  )
}
