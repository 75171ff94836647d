import type { Metadata } from 'next'
import { ConsolePage } from '@/components/console/console-page'
import { ListKeys } from '@/components/console/list-keys'
import { Empty } from '@/components/ui/empty'
import { PrintButton } from '@/components/ui/print-button'
import { printCallSheet } from '@/lib/commands/print-call-sheet'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { printedBy } from '@/lib/copy/staff/school'
import { findOwnSchool } from '@/lib/data/own-school'
import { filterOf } from '@/lib/data/school-applicants'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { readQuery, withQuery, type SearchParams } from '../list-query'
import { NoSeason } from '../no-season'
import { rowsOf } from '../season-lists'
import { SheetTable } from './sheet-table'

const TITLE = '电话登记表'
export const metadata: Metadata = { title: TITLE }

/** For a pen beside the telephone: A4, the same families as in the list that it was opened from. */
export default async function CallSheetPage({ searchParams }: { searchParams: SearchParams }) {
  const { after: _after, ...query } = await readQuery(searchParams)
  const actor = await requireStaff('school', withQuery(paths.callSheet, query))
  const now = await requestNow()
  const own = await findOwnSchool(actor, now.season)
  const sheet = await printCallSheet({ actor, filter: filterOf(actor, query), now })
  if (!own || !sheet.ok) return <NoSeason actor={actor} current="callSheet" title={TITLE} />
  const { applicants, cut } = sheet.value
  const title = `${own.school.name}${TITLE}`
  const printed = printedBy({ officer: actor.name, at: now.real, count: applicants.length, demonstration: isDemonstration() })
  return (
    <ConsolePage
      actor={actor}
      current="callSheet"
      schoolName={own.school.name}
      demonstration={isDemonstration()}
      title={title}
      lead={printed}
      back={{ href: withQuery(paths.school, query), to: '查询学生' }}
      action={applicants.length > 0 && <PrintButton hotKey="p">打印</PrintButton>}
      keys={[{ keys: ['P'], what: '打印' }, { keys: ['Esc'], what: '回到查询学生' }]}
    >
      {cut && <p>只列了最近有变动的 {applicants.length} 人，名单还没有完。请先按类别、状态或学区表行筛选，再分几次打印。</p>}
      {applicants.length > 0 ? <SheetTable applicants={applicants} mark={`${title}　${printed}`} rows={rowsOf(own)} /> : <Empty title="没有查到">换一个条件再打印。</Empty>}
      <ListKeys />
    </ConsolePage>
  )
}
