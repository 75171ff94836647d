import Link from 'next/link'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { StatusTag } from '@/components/ui/tag'
import { splitLabel } from '@/lib/copy/bases'
import { NO_CATEGORY, NO_ROW, NOBODY_FOUND, STATE_WORDS } from '@/lib/copy/staff/school'
import type { Applicant, ApplicantQuery } from '@/lib/domain/applicants'
import type { Cursor } from '@/lib/domain/list-query'
import { withinCounty } from '@/lib/domain/listing'
import { paths } from '@/lib/paths'
import { withQuery } from './list-query'

type Props = { applicants: readonly Applicant[]; next: Cursor | null; query: ApplicantQuery; openedId: string | undefined; county: string }

export function ApplicantTable({ applicants, next, query, openedId, county }: Props) {
  const narrowed = query.q || query.state || query.category || query.row
  if (applicants.length === 0 && !narrowed) return <Empty title="还没有学生">现在还没有家庭预分配到本校。还没有选好入学方式、还在几种方式之间比较的家庭，不属于任何学校，这里看不到。</Empty>
  if (applicants.length === 0) return <Empty title="没有查到">{NOBODY_FOUND}</Empty>
  const { after, ...first } = query
  return (
    <div>
      <div className="scroll" data-rows="">
        <table className="table">
          <caption className="sr-only">查询结果</caption>
          <thead>
            <tr><th scope="col">学生</th><th scope="col">住址</th><th scope="col">家长</th><th scope="col">手机尾号</th><th scope="col">类别</th><th scope="col">学区表行</th><th scope="col">状态</th></tr>
          </thead>
          <tbody>
            {applicants.map((applicant) => <ApplicantRow key={applicant.applicationId} applicant={applicant} query={query} county={county} opened={applicant.applicationId === openedId} />)}
          </tbody>
        </table>
      </div>
      <nav className="con-head pt-4" aria-label="翻页">
        <p className="text-sm text-ink-soft">这一页 {applicants.length} 人</p>
        {after && <ButtonLink variant="secondary" href={withQuery(paths.school, first)}>回到第一页</ButtonLink>}
        {next && <ButtonLink variant="secondary" href={withQuery(paths.school, { ...first, after: next })}>下一页</ButtonLink>}
      </nav>
    </div>
  )
}

/** Never prefetched: whoever is opened is written down. */
function ApplicantRow({ applicant, query, county, opened }: Pick<Props, 'query' | 'county'> & { applicant: Applicant; opened: boolean }) {
  const { applicationId, state, catchmentRow, detail } = applicant
  return (
    <tr className={opened ? 'is-current' : undefined}>
      <td><Link href={withQuery(paths.schoolApplicant(applicationId), query)} prefetch={false} scroll={false} aria-current={opened ? 'true' : undefined}>{detail.child ?? detail.childIdNumber}</Link></td>
      <td className="home">{detail.address && withinCounty(detail.address, county)}</td>
      <td>{detail.guardian}</td>
      <td>{detail.phoneTail}</td>
      <td>{detail.categoryLabel ? splitLabel(detail.categoryLabel).value : NO_CATEGORY}</td>
      <td>{catchmentRow ?? NO_ROW}</td>
      <td><StatusTag kind={STATE_WORDS[state].tag}>{STATE_WORDS[state].text}</StatusTag></td>
    </tr>
  )
}
