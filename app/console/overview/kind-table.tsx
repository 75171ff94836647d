import { ButtonLink } from '@/components/ui/button'
import { hoursWords } from '@/lib/copy/staff/overview'
import { CASE_TITLES } from '@/lib/copy/staff/queue'
import type { KindFigures } from '@/lib/domain/overview'
import { paths } from '@/lib/paths'
import { Chart } from './chart'

/** What waits, by what it is about, and how long such a case takes. */
export function KindTable({ kinds, mayReview }: { kinds: readonly KindFigures[]; mayReview: boolean }) {
  return (
    <Chart id="kinds" title="待审核按类型" action={mayReview && <ButtonLink variant="quiet" href={paths.cases}>去审核</ButtonLink>} table={null}>
      {kinds.length === 0 ? <p className="text-sm text-ink-soft">还没有要审核的。</p> : (
        <table className="compare kinds">
          <thead><tr><th scope="col">类型</th><th scope="col" className="end">件数</th><th scope="col" className="end">审核用时，中位（小时）</th></tr></thead>
          <tbody>
            {kinds.map(({ kind, waiting, medianHours }) => (
              <tr key={kind}><th scope="row">{CASE_TITLES[kind]}</th><td className="end">{waiting}</td><td className="end">{hoursWords(medianHours)}</td></tr>
            ))}
          </tbody>
        </table>
      )}
    </Chart>
  )
}
