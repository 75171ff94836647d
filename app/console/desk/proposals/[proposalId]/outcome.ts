import { BASIS_WORDS } from '@/lib/copy/bases'
import type { BasisState } from '@/lib/data/bases'
import type { PublishedSeason } from '@/lib/data/seasons'
import { basisWords } from '../../basis-words'

type Season = PublishedSeason['season']
type Outcome = { before: readonly BasisState[]; after: readonly BasisState[] }

export type OutcomeRow = { basis: string; before: string; after: string; differs: boolean }

const NOT_NAMED = '登记里没有办理人，不能办'

/** What each basis comes to before and after, by the rules' own word; those that stay as they are only where nothing changes at all. @param asked whether the register of properties ever was: a family agrees to that later than to its record */
export function outcomeRows({ before, after }: Outcome, season: Season, asked: boolean): OutcomeRow[] {
  const bases = (before.length > 0 ? before : after).map(({ basis }) => basis)
  const rows = bases.map((basis) => {
    const [was = NOT_NAMED, is = NOT_NAMED] = [before, after].map((states) => {
      const state = states.find((one) => one.basis === basis)
      return state && basisWords(state, season, asked)
    })
    return { basis: BASIS_WORDS[basis].title, before: was, after: is, differs: was !== is }
  })
  return rows.filter((row) => row.differs)
}
