import { ButtonLink } from '@/components/ui/button'
import type { DraftHead } from '@/lib/data/season-drafts'
import type { SimulationCounts } from '@/lib/data/simulations'
import { paths } from '@/lib/paths'

/** How many children it would be, as the newest run says; which revision that was of stands beside it. */
export function AffectedFamilies({ draft, run }: { draft: Pick<DraftHead, 'id' | 'revision'>; run: SimulationCounts | null }) {
  return (
    <section className="con-head" aria-label="涉及的登记">
      <p>
        {run
          ? <>{run.year} 年的 {run.result.families} 份登记里，<b>{run.result.changed.school}</b> 份学校会变，<b>{run.result.changed.category}</b> 份类别会变，<b>{run.result.changed.lost}</b> 份失去学校。{run.revision !== draft.revision && `这是第 ${run.revision} 次修改的结果，草稿后来又改过。`}</>
          : '这些改动涉及多少孩子，要试算过才知道。'}
      </p>
      <ButtonLink variant="secondary" href={paths.seasonWhatIf(draft.id)}>{run ? '看试算' : '去试算'}</ButtonLink>
    </section>
  )
}
