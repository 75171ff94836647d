import { StatusTag } from '@/components/ui/tag'
import { SIMULATION_FAULT_WORDS, SIMULATION_STATUS } from '@/lib/copy/staff/season-trial'
import { shortDayAndTime } from '@/lib/copy/time'
import type { Simulation } from '@/lib/data/simulations'
import { paths } from '@/lib/paths'
import { sampleWords } from './sample-words'

/** What was tried before, the newest first; `shown` is the one on the page. */
export function Runs({ runs, shown }: { runs: readonly Simulation[]; shown: string | null }) {
  return (
    <section className="con-part" aria-labelledby="runs">
      <h2 id="runs" className="sub">以前的试算</h2>
      <ul className="lines" role="list">
        {runs.map(({ id, status, fault, createdAt, ...run }) => (
          <li key={id}>
            <StatusTag kind={SIMULATION_STATUS[status].tag}>{SIMULATION_STATUS[status].text}</StatusTag>　{shortDayAndTime(createdAt)}　{sampleWords(run)}
            {fault && <>　{SIMULATION_FAULT_WORDS[fault]}</>}
            {status === 'done' && (id === shown ? '　就是上面这次' : <>　<a href={`${paths.seasonWhatIf(run.draftId)}?run=${id}`}>看结果</a></>)}
          </li>
        ))}
      </ul>
    </section>
  )
}
