import { schoolNames } from '@/lib/copy/catchment'
import { BASIS_WORDS, closedBasisReason, splitLabel } from '@/lib/copy/bases'
import { PLACED_BY_HAND } from '@/lib/copy/placement'
import type { BasisState } from '@/lib/data/bases'
import type { PublishedSeason } from '@/lib/data/seasons'

type Season = PublishedSeason['season']
type Outcome = { before: readonly BasisState[]; after: readonly BasisState[] }

export type OutcomeRow = { basis: string; before: string; after: string; differs: boolean }

const NOT_NAMED = '登记里没有办理人，不能办'
const NOT_ASKED = '还没有查询'
const NOT_APPROVED = '没有审核通过的材料'

/** What each basis comes to before and after, by the rules' own word; those that stay as they are only where nothing changes at all. @param asked whether the register of properties ever was: a family agrees to that later than to its record */
export function outcomeRows({ before, after }: Outcome, season: Season, asked: boolean): OutcomeRow[] {
  const bases = (before.length > 0 ? before : after).map(({ basis }) => basis)
  const rows = bases.map((basis) => {
    const words = [before, after].map((states) => wordsOf(states.find((one) => one.basis === basis), season, asked))
    const [was = NOT_NAMED, is = NOT_NAMED] = words
    return { basis: BASIS_WORDS[basis].title, before: was, after: is, differs: was !== is }
  })
  return rows.filter((row) => row.differs)
}

function wordsOf(state: BasisState | undefined, season: Season, asked: boolean): string {
  if (!state) return NOT_NAMED
  if (state.state === 'closed') return closedBasisReason(state.because)
  if (state.state === 'unanswered') return asked ? '登记部门没有回应，还不能判定' : NOT_ASKED
  if (!state.offer && state.basis === 'NO_VALID_MATERIALS') return NOT_APPROVED
  if (!state.offer) return state.count === null ? NOT_ASKED : '没有可以用的'
  const { category, placement } = state.offer.determination
  const schools = placement.schools.length > 0 ? schoolNames(season, placement.schools) : PLACED_BY_HAND
  return `${category ? splitLabel(category.label).value : '没有对应的类别'}，${schools}${placement.row ? `（学区表 ${placement.row} 行）` : ''}`
}
