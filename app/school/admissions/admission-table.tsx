import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { splitLabel } from '@/lib/copy/bases'
import { OUTCOME_NAMES } from '@/lib/copy/staff/allocation'
import { NO_CATEGORY } from '@/lib/copy/staff/school'
import type { AdmissionPage, AdmissionQuery } from '@/lib/domain/admission-list'
import { paths } from '@/lib/paths'
import { withQuery } from '../list-query'

/** No links: who is on the phone is looked up in 「查询学生」. What a narrow screen has no room for stands in the exported file. */
export function AdmissionTable({ page: { shown, from, next }, query }: { page: AdmissionPage; query: Omit<AdmissionQuery, 'last'> }) {
  if (shown.length === 0) return <Empty title="没有查到">{Object.values(query).some(Boolean) ? '换一个写法再查：只写姓，只写小区名，或者手机后四位。' : '这次没有学生录取到本校。'}</Empty>
  return (
    <div>
      <div className="scroll">
        <table className="table">
          <caption className="sr-only">录取名单</caption>
          <thead>
            <tr><th scope="col">学生</th><th scope="col">家长</th><th scope="col">手机尾号</th><th scope="col">类别</th><th scope="col">录取方式</th><th scope="col">录取编号</th></tr>
          </thead>
          <tbody>
            {shown.map(({ applicationId, detail, outcome, admissionNumber }) => (
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
      {(from > 1 || next) && (
        <nav className="con-head pt-4" aria-label="翻页">
          <p className="text-sm text-ink-soft">第 {from} 到 {from + shown.length - 1} 人</p>
          {from > 1 && <ButtonLink variant="secondary" href={withQuery(paths.schoolAdmissions, query)}>回到第一页</ButtonLink>}
          {next && <ButtonLink variant="secondary" href={withQuery(paths.schoolAdmissions, { ...query, last: next })}>下一页</ButtonLink>}
        </nav>
      )}
    </div>
  )
}
