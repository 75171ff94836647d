import { schoolNames } from '@/lib/copy/catchment'
import { closedBasisReason, splitLabel } from '@/lib/copy/bases'
import { PLACED_BY_HAND } from '@/lib/copy/placement'
import type { BasisState } from '@/lib/data/bases'
import type { PublishedSeason } from '@/lib/data/seasons'

const NOT_ASKED = '还没有查询'
const NOT_APPROVED = '没有审核通过的材料'

/** What a basis comes to, by the rules' own word. @param asked whether the register of properties ever was: a family agrees to that later than to its record */
export function basisWords(state: BasisState, season: PublishedSeason['season'], asked: boolean): string {
  if (state.state === 'closed') return closedBasisReason(state.because)
  if (state.state === 'unanswered') return asked ? '登记部门没有回应，还不能判定' : NOT_ASKED
  if (!state.offer && state.basis === 'NO_VALID_MATERIALS') return NOT_APPROVED
  if (!state.offer) return state.count === null ? NOT_ASKED : '没有可以用的'
  const { category, placement } = state.offer.determination
  const schools = placement.schools.length > 0 ? schoolNames(season, placement.schools) : PLACED_BY_HAND
  return `${category ? splitLabel(category.label).value : '没有对应的类别'}，${schools}${placement.row ? `（学区表 ${placement.row} 行）` : ''}`
}
