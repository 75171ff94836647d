import type { Metadata } from 'next'
import { ConsolePage } from '@/components/console/console-page'
import { ListKeys } from '@/components/console/list-keys'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { dayAndTime } from '@/lib/copy/time'
import { auditQuery, readAuditFilters } from '@/lib/domain/audit-filters'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { listAudit, readSealing, type Sealing } from '@/lib/data/audit'
import { countByOfficer } from '@/lib/data/audit-counts'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { AuditTable } from './audit-table'
import { Filters } from './filters'
import { OfficerCounts } from './officer-counts'
import { WhoForm } from './who-form'

export const metadata: Metadata = { title: '审计' }

const KEYS = [{ keys: ['/'], what: '筛选' }, { keys: ['J', 'K'], what: '下一条、上一条' }, { keys: ['Enter'], what: '打开' }] as const

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Who did what, to whose registration, and when: the county's log, which only grows. */
export default async function AuditPage({ searchParams }: Props) {
  const query = await searchParams
  const filters = readAuditFilters(query)
  const actor = await requireStaff('audit', `${paths.audit}${auditQuery(filters)}`)
  const { type } = filters
  const [{ lines, more }, counts, sealing] = await Promise.all([listAudit(actor, filters), type && countByOfficer(actor, filters), requestNow().then(({ real }) => readSealing(real))])
  const last = lines.at(-1)
  return (
    <ConsolePage actor={actor} current="audit" demonstration={isDemonstration()} title="审计" lead={sealingWords(sealing)} fault={query.fault} keys={KEYS}>
      <ListKeys />
      {sealing.late && <Notice kind="seal" title="封存停了"><p>有记录写入十分钟以上还没有封存，请告诉运维人员。</p></Notice>}
      <Filters filters={filters} />
      <WhoForm filters={filters} />
      {type && counts && <OfficerCounts type={type} counts={counts} filters={filters} />}
      {lines.length === 0 ? <Empty title="没有这样的记录">换一个时间，或者去掉一个条件。</Empty> : <AuditTable lines={lines} filters={filters} />}
      {(more || filters.before) && (
        <nav className="con-head" aria-label="翻页">
          <p className="text-sm text-ink-soft">这一页 {lines.length} 条</p>
          {filters.before && <ButtonLink variant="secondary" href={`${paths.audit}${auditQuery({ ...filters, before: null })}`}>回到第一页</ButtonLink>}
          {more && last && <ButtonLink variant="secondary" href={`${paths.audit}${auditQuery({ ...filters, before: last.id })}`}>下一页</ButtonLink>}
        </nav>
      )}
    </ConsolePage>
  )
}

function sealingWords({ newest, waiting }: Sealing): string {
  const since = waiting > 0 ? `之后的 ${waiting} 条等待封存` : '没有等待封存的记录'
  return newest ? `已封存到第 ${newest.number} 号（${dayAndTime(newest.at)}），${since}。` : '还没有封存。'
}
