import { Button, ButtonLink } from '@/components/ui/button'
import { AUDIT_EVENT_NAMES } from '@/lib/copy/staff/audit'
import { AUDIT_EVENT_TYPES } from '@/lib/domain/audit'
import type { AuditFilters } from '@/lib/domain/audit-filters'
import { paths } from '@/lib/paths'

/** What, and between which days; in the address, which can be sent to a colleague. */
export function Filters({ filters: { type, from, to, actor, family } }: { filters: AuditFilters }) {
  return (
    <form className="filters" method="get" action={paths.audit} aria-label="筛选">
      {actor && <input type="hidden" name="actor" value={actor} />}
      {family && <input type="hidden" name="family" value={family} />}
      <label className={type ? 'pick is-on' : 'pick'}>
        <span>操作</span>
        <select name="type" defaultValue={type ?? ''} data-key="/">
          <option value="">全部</option>
          {AUDIT_EVENT_TYPES.map((one) => <option key={one} value={one}>{AUDIT_EVENT_NAMES[one]}</option>)}
        </select>
      </label>
      <label className={from ? 'pick is-on' : 'pick'}><span>从</span><input type="date" name="from" defaultValue={from ?? ''} /></label>
      <label className={to ? 'pick is-on' : 'pick'}><span>到</span><input type="date" name="to" defaultValue={to ?? ''} /></label>
      <Button variant="quiet">筛选</Button>
      {(type || from || to || actor || family) && <ButtonLink variant="quiet" href={paths.audit}>清除筛选</ButtonLink>}
    </form>
  )
}
