import { splitLabel } from '@/lib/copy/bases'
import { NO_CATEGORY, STATE_WORDS } from '@/lib/copy/staff/school'
import type { Applicant } from '@/lib/domain/applicants'

/** Of the phone the last four digits: enough to know who rings, and nothing that a lost sheet could give away. */
export function SheetTable({ applicants }: { applicants: readonly Applicant[] }) {
  return (
    <table className="sheet">
      <caption className="sr-only">电话登记表</caption>
      <thead>
        <tr><th scope="col">序号</th><th scope="col">学生</th><th scope="col">家长</th><th scope="col">手机</th><th scope="col">类别</th><th scope="col">学区</th><th scope="col">状态</th><th scope="col">通话时间</th><th scope="col">结果</th></tr>
      </thead>
      <tbody>
        {applicants.map(({ applicationId, detail, catchmentRow, state }, index) => (
          <tr key={applicationId}>
            <td>{index + 1}</td>
            <th scope="row">{detail.child ?? detail.childIdNumber}</th>
            <td>{detail.guardian}</td>
            <td>{detail.phoneTail && `尾号 ${detail.phoneTail}`}</td>
            <td>{detail.categoryLabel ? splitLabel(detail.categoryLabel).value : NO_CATEGORY}</td>
            <td>{catchmentRow}</td>
            <td>{STATE_WORDS[state].text}</td>
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
