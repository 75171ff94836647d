import { splitLabel } from '@/lib/copy/bases'
import { OUTCOME_NAMES } from '@/lib/copy/staff/allocation'
import { allocationSeasonOf, type DecisionCounts } from '@/lib/domain/allocation'
import type { PublishedSeason } from '@/lib/data/seasons'

const OUTCOMES = ['admitted', 'coordinated', 'by-hand'] as const

/** A category a line, in the order in which they stand in line. */
export function CategoryTable({ season, counts }: { season: PublishedSeason['season']; counts: DecisionCounts }) {
  const of = (rank: number, matches: (one: DecisionCounts[number]) => boolean) => counts.reduce((sum, one) => (one.rank === rank && matches(one) ? sum + one.count : sum), 0)
  return (
    <section className="con-part" aria-labelledby="categories">
      <h2 id="categories" className="text-lg">各类别</h2>
      <div className="scroll">
        <table className="table">
          <caption className="sr-only">各生源类别的结果</caption>
          <thead><tr><th scope="col">类别</th>{OUTCOMES.map((outcome) => <th key={outcome} scope="col" className="end">{OUTCOME_NAMES[outcome].text}</th>)}<th scope="col" className="end">其中抽签录取</th></tr></thead>
          <tbody>
            {allocationSeasonOf(season).categories.map(({ category, label }, rank) => (
              <tr key={category}>
                <th scope="row">{splitLabel(label).value}</th>
                {OUTCOMES.map((outcome) => <td key={outcome} className="end">{of(rank, (one) => one.outcome === outcome)}</td>)}
                <td className="end">{of(rank, (one) => one.because === 'LOT_DRAWN')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
