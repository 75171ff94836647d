import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ConsolePage } from '@/components/console/console-page'
import { ListKeys } from '@/components/console/list-keys'
import { Empty } from '@/components/ui/empty'
import { PrintButton } from '@/components/ui/print-button'
import { printAdmissions } from '@/lib/commands/print-admissions'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { OUTCOME_NAMES } from '@/lib/copy/staff/allocation'
import { printedBy } from '@/lib/copy/staff/school'
import { admissionQuery, type Admission } from '@/lib/domain/admission-list'
import { findOwnSchool } from '@/lib/data/own-school'
import { admissionFilterOf } from '@/lib/data/school-admissions'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { withQuery, type SearchParams } from '../../list-query'
import { PersonCells } from '../../person-cells'
import { SheetMark } from '../../sheet-mark'

const TITLE = '新生名单'
export const metadata: Metadata = { title: TITLE }

/** The list on A4, for the first day: a box to tick beside each name. */
export default async function AdmissionSheetPage({ searchParams }: { searchParams: SearchParams }) {
  const query = admissionQuery.parse(await searchParams)
  const actor = await requireStaff('school', withQuery(paths.admissionSheet, query))
  const now = await requestNow()
  const own = await findOwnSchool(actor, now.season)
  const sheet = await printAdmissions({ actor, filter: admissionFilterOf(actor, query), now })
  if (!own || !sheet.ok) redirect(paths.schoolAdmissions)
  const title = `${own.school.name}${TITLE}`
  const printed = printedBy({ officer: actor.name, at: now.real, count: sheet.value.length, demonstration: isDemonstration() })
  return (
    <ConsolePage
      actor={actor}
      current="admissions"
      schoolName={own.school.name}
      demonstration={isDemonstration()}
      title={title}
      lead={printed}
      back={{ href: withQuery(paths.schoolAdmissions, query), to: '录取名单' }}
      action={sheet.value.length > 0 && <PrintButton hotKey="p">打印</PrintButton>}
      keys={[{ keys: ['P'], what: '打印' }, { keys: ['Esc'], what: '回到录取名单' }]}
    >
      {sheet.value.length > 0 ? <SheetTable admissions={sheet.value} mark={`${title}　${printed}`} /> : <Empty title="没有查到">换一个条件再打印。</Empty>}
      <ListKeys />
    </ConsolePage>
  )
}

function SheetTable({ admissions, mark }: { admissions: readonly Admission[]; mark: string }) {
  return (
    <div className="scroll">
      <table className="sheet">
        <caption className="sr-only">{TITLE}</caption>
        <thead>
          <SheetMark columns={8}>{mark}</SheetMark>
          <tr><th scope="col">序号</th><th scope="col">学生</th><th scope="col">家长</th><th scope="col">手机</th><th scope="col">类别</th><th scope="col">录取方式</th><th scope="col">录取编号</th><th scope="col">报到</th></tr>
        </thead>
        <tbody>
          {admissions.map(({ applicationId, detail, outcome, admissionNumber }, index) => (
            <tr key={applicationId}>
              <PersonCells number={index + 1} detail={detail} />
              <td>{OUTCOME_NAMES[outcome].text}</td>
              <td>{admissionNumber}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
