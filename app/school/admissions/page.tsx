import type { Metadata } from 'next'
import { ConsolePage } from '@/components/console/console-page'
import { ListKeys } from '@/components/console/list-keys'
import { Empty } from '@/components/ui/empty'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { notPublishedYet } from '@/lib/copy/staff/admissions'
import { foundWords } from '@/lib/copy/staff/school'
import { dayAndTime } from '@/lib/copy/time'
import { admissionQuery, pageOfAdmissions, type AdmissionQuery } from '@/lib/domain/admission-list'
import { findOwnSchool } from '@/lib/data/own-school'
import { admissionFilterOf, countAdmissions, lookUpAdmissions, publishedOn } from '@/lib/data/school-admissions'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { ListActions } from '../list-actions'
import { withQuery, type SearchParams } from '../list-query'
import { NoSeason } from '../no-season'
import { AdmissionCounts } from './admission-counts'
import { AdmissionSearch } from './admission-search'
import { AdmissionTable } from './admission-table'

const TITLE = '录取名单'
export const metadata: Metadata = { title: TITLE }

const KEYS = [{ keys: ['/'], what: '查询' }, { keys: ['P'], what: '打印名单' }] as const

/** The children whom the school has, once it is published; another school's never, and before it nothing. */
export default async function AdmissionsPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await searchParams
  const query = admissionQuery.parse(asked)
  const actor = await requireStaff('school', withQuery(paths.schoolAdmissions, query))
  const own = await findOwnSchool(actor, (await requestNow()).season)
  if (!own) return <NoSeason actor={actor} current="admissions" title={TITLE} />
  const { scope, school, published } = own
  const frame = { actor, current: 'admissions', schoolName: school.name, demonstration: isDemonstration(), title: TITLE, fault: asked.fault } as const
  const at = await publishedOn(scope)
  if (at === null) return <ConsolePage {...frame}><Empty title="还没有公布">{notPublishedYet(published.season.settings.closesAt)}</Empty></ConsolePage>
  const filter = admissionFilterOf(actor, query)
  const [{ admissions, near }, counts] = await Promise.all([lookUpAdmissions(scope, filter), countAdmissions(scope)])
  const { last, ...listed }: AdmissionQuery = near && admissions.length > 0 ? { ...query, near: '1' } : query
  return (
    <ConsolePage {...frame} lead={`录取到${school.name}的学生，${dayAndTime(at)} 公布，以后的人工安排也在内。`} action={<ListActions query={listed} print={{ text: '打印名单', path: paths.admissionSheet }} exportPath={paths.admissionsExport} />} keys={KEYS}>
      <AdmissionSearch query={query} text={filter.text ?? ''} own={own} found={foundWords({ count: admissions.length, near })} />
      <AdmissionCounts own={own} counts={counts} />
      <AdmissionTable page={pageOfAdmissions(admissions, last)} query={listed} />
      <ListKeys />
    </ConsolePage>
  )
}
