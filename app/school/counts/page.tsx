import type { Metadata } from 'next'
import { ConsolePage } from '@/components/console/console-page'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { NO_CATEGORY, NO_ROW } from '@/lib/copy/staff/school'
import { findOwnSchool } from '@/lib/data/own-school'
import { countApplicantsBy } from '@/lib/data/applicant-counts'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { NoSeason } from '../no-season'
import { categoriesOf, rowsOf, withOthers } from '../season-lists'
import { CountTable } from './count-table'
import { SchoolFigures } from './school-figures'

const TITLE = '按类别统计'
export const metadata: Metadata = { title: TITLE }

/** How many, of what kind and from where, against the seats; every number leads to those whom it counts. */
export default async function CountsPage() {
  const actor = await requireStaff('school', paths.schoolCounts)
  const own = await findOwnSchool(actor, (await requestNow()).season)
  if (!own) return <NoSeason actor={actor} current="counts" title={TITLE} />
  const { scope, school } = own
  const counts = await countApplicantsBy(scope)
  return (
    <ConsolePage actor={actor} current="counts" schoolName={school.name} demonstration={isDemonstration()} title={TITLE} lead={`只数预分配到${school.name}的学生。点数字，看是哪些人。`}>
      <SchoolFigures counts={[...counts.category.values()]} capacity={school.capacity} />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <CountTable title="生源类别" by="category" listed={withOthers(categoriesOf(own), counts.category.keys(), NO_CATEGORY)} counts={counts.category} />
        <CountTable title="学区表行" by="row" listed={withOthers(rowsOf(own), counts.row.keys(), NO_ROW)} counts={counts.row} />
      </div>
    </ConsolePage>
  )
}
