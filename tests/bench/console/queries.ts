import { AUDIT_EVENT_TYPES } from '@/lib/domain/audit'
import { APPLICANT_STATES } from '@/lib/domain/applicants'
import { OUTCOMES, REASONS_OF_A_RUN } from '@/lib/domain/allocation-query'
import { AUDIT_REASONS, CASE_GROUNDS, CASE_KINDS } from '@/lib/domain/cases'
import { cursorText } from '@/lib/domain/list-query'
import { STATUSES } from '@/lib/domain/status'
import { BASES } from '@/lib/rules'
import { sealApplicationSearch } from '@/lib/data/application-search'
import { sealSearch } from '@/lib/data/search-token'
import type { World } from '../../load/questions/sample'
import type { Draw } from './draw'
import type { Pools } from './pools'

/** What a list is narrowed to, drawn anew each time, as its address has it. */
export function queriesOf({ published: { season }, officers }: World, pools: Pools, { of, chance, narrowed, sometimes }: Draw) {
  const codes = season.schools.map(({ code }) => code)
  const categories = [...new Set(season.categories.map(({ category }) => category))]
  const rows = season.catchmentRows.map(({ row }) => row)
  const name = () => {
    const { child } = of(pools.families)
    return chance(0.4) ? child.slice(0, 1) : chance(0.5) ? child.slice(0, 2) : child
  }
  const searches = [
    () => ({ by: 'name', text: name() }) as const,
    () => ({ by: 'place', text: chance(0.3) ? of(pools.towns) : of(pools.families).address.slice(-8) }) as const,
    () => ({ by: 'id-number', text: of(pools.families).guardianIdNumber }) as const,
    () => ({ by: 'receipt', text: of(pools.families).receiptNumber }) as const,
  ]
  const stretch = (): [string, string][] => {
    const [from = '', to = ''] = [of(pools.days), of(pools.days)].toSorted()
    return [['from', from], ['to', to]]
  }
  return {
    cases: () => narrowed(
      { status: ['open', 'free', 'taken', 'closed'], kind: CASE_KINDS, ground: [...CASE_GROUNDS, ...AUDIT_REASONS], school: codes, age: ['overdue', 'due-today', 'three-days', 'week'], reviewer: ['anyone', 'mine', of(pools.reviewers)] },
      sometimes(0.2, () => ['search', sealApplicationSearch(officers.reviewer, { by: 'name', text: name() })]),
    ),
    applications: () => narrowed(
      { school: [...codes, 'none'], category: [...categories, 'none'], status: STATUSES, basis: BASES, row: rows },
      [...sometimes(0.5, () => ['q', sealApplicationSearch(officers.desk, of(searches)())]), ...sometimes(0.3, () => ['after', cursorText(of(pools.cursors))])],
    ),
    events: () => narrowed({ type: AUDIT_EVENT_TYPES, actor: pools.actors, family: pools.students }, [...(chance(0.3) ? stretch() : []), ...sometimes(0.3, () => ['before', of(pools.events)])]),
    applicants: () => narrowed(
      { state: APPLICANT_STATES, category: categories, row: rows },
      [...sometimes(0.5, () => ['q', sealSearch(officers.clerk, chance(0.6) ? name() : of(pools.families).address.slice(-6))]), ...sometimes(0.2, () => ['after', cursorText(of(pools.cursors))])],
    ),
    decisions: () => narrowed({ school: codes, outcome: OUTCOMES, because: REASONS_OF_A_RUN, rank: categories.map((_, place) => String(place)) }, sometimes(0.3, () => ['after', of(pools.families).applicationId])),
  }
}
