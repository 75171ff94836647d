import { FilterSelect } from '@/components/console/filter-select'
import { buttonStyle } from '@/components/ui/button-style'
import { CASE_AGE_NAMES, CASE_GROUND_NAMES, CASE_REVIEWER_NAMES, CASE_STATE_NAMES, CASE_TITLES, QUEUE } from '@/lib/copy/staff/queue'
import { openApplicationSearch } from '@/lib/data/application-search'
import type { StaffActor } from '@/lib/domain/actor'
import type { CaseFilters } from '@/lib/domain/case-filters'
import { hasRight } from '@/lib/domain/staff'
import { paths } from '@/lib/paths'
import { searchByName } from './actions'

type Props = {
  actor: StaffActor
  filters: CaseFilters
  schools: readonly { code: string; name: string }[]
  reviewers: readonly { id: string; name: string }[]
  /** the filters as the address has them */
  list: string
}

function optionsOf(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }))
}

/** Two forms in one bar: what is chosen goes into the address as it is, a name only sealed. */
export function QueueFilters({ actor, filters, schools, reviewers, list }: Props) {
  const { 'free-or-mine': _, mine: _mine, ...watching } = CASE_REVIEWER_NAMES
  const whose = hasRight(actor.role, 'decide') ? CASE_REVIEWER_NAMES : watching
  const others = reviewers.filter(({ id }) => id !== actor.staffId).map(({ id, name }) => ({ value: id, label: name }))
  const name = (filters.search && openApplicationSearch(actor, filters.search)?.text) ?? ''
  return (
    <div className="filters">
      <form className="contents" action={paths.cases} aria-label={QUEUE.filter}>
        <FilterSelect label="状态" name="status" value={filters.status} all={null} options={optionsOf(CASE_STATE_NAMES)} hotKey="/" />
        <FilterSelect label="类型" name="kind" value={filters.kind} options={optionsOf(CASE_TITLES)} />
        <FilterSelect label="依据" name="ground" value={filters.ground} options={optionsOf(CASE_GROUND_NAMES)} />
        <FilterSelect label="学校" name="school" value={filters.school} options={schools.map(({ code, name: label }) => ({ value: code, label }))} />
        <FilterSelect label="等待" name="age" value={filters.age} all="不限" options={optionsOf(CASE_AGE_NAMES)} />
        <FilterSelect label="审核人" name="reviewer" value={filters.reviewer} all={null} options={[...optionsOf(whose), ...others]} />
        {filters.search && <input type="hidden" name="search" value={filters.search} />}
        <noscript><button className={buttonStyle('secondary')} type="submit">{QUEUE.filter}</button></noscript>
      </form>
      <form className="contents" action={searchByName} aria-label={QUEUE.search}>
        <input type="hidden" name="list" value={list} />
        <label className={name ? 'pick is-on' : 'pick'}>
          <span>姓名</span>
          <input key={name} name="name" type="text" size={9} maxLength={20} defaultValue={name} autoComplete="off" />
        </label>
        <noscript><button className={buttonStyle('secondary')} type="submit">{QUEUE.search}</button></noscript>
      </form>
      <a className={buttonStyle('quiet')} href={paths.cases}>{QUEUE.clear}</a>
    </div>
  )
}
