import { Button, ButtonLink } from '@/components/ui/button'
import { auditQuery, type AuditFilters } from '@/lib/domain/audit-filters'
import { paths } from '@/lib/paths'
import { search } from './actions'

/** By person or family: what is typed is posted, and answered with an id. No number stands in an address. */
export function WhoForm({ filters }: { filters: AuditFilters }) {
  const { type, from, to, actor, family } = filters
  return (
    <form className="filters" action={search} aria-label="按人或家庭查">
      {Object.entries({ type, from, to }).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <label className={actor ? 'pick is-on' : 'pick'}><span>谁做的</span><input name="who" autoComplete="off" maxLength={60} size={24} placeholder="用户名或家长身份证号" /></label>
      <label className={family ? 'pick is-on' : 'pick'}><span>哪个家庭</span><input name="whose" autoComplete="off" maxLength={60} size={24} placeholder="回执编号或学生身份证号" /></label>
      <Button variant="quiet">查找</Button>
      {actor && <ButtonLink variant="quiet" href={`${paths.audit}${auditQuery({ ...filters, actor: null, before: null })}`}>不限谁做的</ButtonLink>}
      {family && <ButtonLink variant="quiet" href={`${paths.audit}${auditQuery({ ...filters, family: null, before: null })}`}>不限家庭</ButtonLink>}
    </form>
  )
}
