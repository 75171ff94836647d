import { Empty } from '@/components/ui/empty'
import { splitLabel } from '@/lib/copy/bases'
import { OUTCOME_NAMES } from '@/lib/copy/staff/allocation'
import { NO_CATEGORY } from '@/lib/copy/staff/school'
import type { Admission } from '@/lib/domain/admission-list'

/** No links: who is on the phone is looked up in 「查询学生」. What a narrow screen has no room for stands in the exported file. */
export function AdmissionTable({ admissions, narrowed }: { admissions: readonly Admission[]; narrowed: boolean }) {
  if (admissions.length === 0) return <Empty title="没有查到">{narrowed ? '换一个字少一点的写法再查，比如只写小区名。' : '这次没有学生录取到本校。'}</Empty>
  return (
    <div className="scroll">
      <table className="table">
        <caption className="sr-only">录取名单</caption>
        <thead>
          <tr><th scope="col">学生</th><th scope="col">家长</th><th scope="col">手机尾号</th><th scope="col">类别</th><th scope="col">录取方式</th><th scope="col">录取编号</th></tr>
        </thead>
        <tbody>
          {admissions.map(({ applicationId, detail, outcome, admissionNumber }) => (
            <tr key={applicationId}>
              <th scope="row">{detail.child ?? detail.childIdNumber}</th>
              <td>{detail.guardian}</td>
              <td>{detail.phoneTail}</td>
              <td>{detail.categoryLabel ? splitLabel(detail.categoryLabel).value : NO_CATEGORY}</td>
              <td>{OUTCOME_NAMES[outcome].text}</td>
              <td>{admissionNumber}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
