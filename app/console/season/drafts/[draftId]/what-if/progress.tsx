import { Button, ButtonLink } from '@/components/ui/button'
import { SIMULATION_STATUS } from '@/lib/copy/staff/season-trial'
import type { Simulation } from '@/lib/data/simulations'
import { paths } from '@/lib/paths'
import { cancel } from './actions'
import { KeepCurrent } from './keep-current'
import { sampleWords } from './sample-words'

/** A run that goes on: how far it is, and the way to end it. It may be another draft's, because a county has one at a time. */
export function Progress({ run, draftId }: { run: Simulation; draftId: string }) {
  const { id, status, done, total } = run
  const words = total > 0 ? `${SIMULATION_STATUS[status].text}，${done} / ${total}` : SIMULATION_STATUS[status].text
  return (
    <section className="con-part" aria-labelledby="progress">
      <KeepCurrent />
      <div className="con-head">
        <div>
          <h2 id="progress" className="sub">{run.draftId === draftId ? '这份草稿正在试算' : '本县另一份草稿正在试算'}</h2>
          <p className="text-sm text-ink-soft">{sampleWords(run)}。可以离开这一页，算完后回来看。</p>
        </div>
        {run.draftId !== draftId && <ButtonLink variant="quiet" href={paths.seasonWhatIf(run.draftId)}>去那份草稿</ButtonLink>}
        <ButtonLink variant="quiet" href={paths.seasonWhatIf(draftId)}>刷新</ButtonLink>
        <form action={cancel}>
          <input type="hidden" name="draftId" value={draftId} />
          <input type="hidden" name="simulationId" value={id} />
          <Button variant="secondary">取消试算</Button>
        </form>
      </div>
      <progress className="progress" aria-label="试算进度" value={total > 0 ? done : undefined} max={Math.max(1, total)} />
      <p role="status" className="text-sm num">{words}</p>
    </section>
  )
}
