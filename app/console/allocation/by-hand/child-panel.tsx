import { SeatsTable } from '@/components/console/seats-table'
import { Notice } from '@/components/ui/notice'
import { BY_HAND, CONTESTED, decidedWords, schoolName, seatOption } from '@/lib/copy/staff/by-hand'
import type { Seats } from '@/lib/domain/seats'
import type { OpenedByHand } from '@/lib/commands/open-by-hand'
import type { RunBeside } from '@/lib/data/by-hand'
import { paths } from '@/lib/paths'
import { ByHandForm } from './by-hand-form'

type Props = { opened: OpenedByHand; run: RunBeside; seats: readonly Seats[] }

/** One child: what the run said of it, where its siblings are, the seats, and the form. */
export function ChildPanel({ opened: { applicationId, child, placed, siblings, proposed }, run, seats }: Props) {
  const { schools } = run.published.season
  const { decision, preallocated, given, schoolCode, result } = placed
  return (
    <section className="lookup-side" id="child" aria-labelledby="child-name">
      <div className="con-head"><h2 id="child-name" className="text-xl">{child}</h2><a className="tool text-action" href={paths.applicationFile(applicationId)}>{BY_HAND.file}</a></div>
      <dl className="facts">
        <div><dt>{CONTESTED.run}</dt><dd>{decidedWords(decision, schools)}</dd></div>
        <div><dt>{BY_HAND.preallocated}</dt><dd>{preallocated === null ? BY_HAND.none : schoolName(preallocated, schools)}</dd></div>
        {given && <div><dt>{BY_HAND.given}</dt><dd><b>{schoolName(schoolCode, schools)}</b></dd></div>}
        <div><dt>{CONTESTED.siblings}</dt><dd>
          {siblings.length === 0 && <span className="text-ink-soft">{CONTESTED.noSiblings}</span>}
          {siblings.map((one) => <a key={one.id} className="flex min-h-target items-center" href={paths.byHandOf(run.id, one.id)}>{one.child}：{schoolName(one.schoolCode, schools)}{one.given && `（${CONTESTED.byHand}）`}</a>)}
        </dd></div>
      </dl>
      <SeatsTable seats={seats} caption />
      {proposed ? <Notice kind="neutral"><p>{BY_HAND.waiting}</p></Notice> : <ByHandForm key={applicationId} hidden={{ runId: run.id, applicationId, resultId: result?.id ?? '' }} schools={seats.map(seatOption)} />}
    </section>
  )
}
