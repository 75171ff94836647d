import { SeatsTable } from '@/components/console/seats-table'
import { Notice } from '@/components/ui/notice'
import { Nowrap } from '@/components/ui/phrase'
import { COMPLAINT_WORDS } from '@/lib/copy/objections'
import { CONTESTED, decidedWords, schoolName } from '@/lib/copy/staff/by-hand'
import { shortDayAndTime } from '@/lib/copy/time'
import type { CaseFile } from '@/lib/data/case-file'
import type { ProposedAnswer } from '@/lib/data/contested'
import type { Sibling } from '@/lib/data/siblings'
import { paths } from '@/lib/paths'
import { Fact, Facts } from './facts'

type Props = { file: Extract<CaseFile, { is: 'objection' }>; siblings: readonly Sibling[] }
type Schools = readonly { code: string; name: string }[]

/** An objection with what it is judged on: the result, what the run said, the siblings, the seats that are left. */
export function ContestedSection({ file: { contested }, siblings }: Props) {
  const { objection, result, current, run, decision, seats, waiting, refused } = contested
  const { schools } = run.published.season
  return (
    <section className="case-facts" aria-label={CONTESTED.title}>
      {current.id !== result.id && <Notice kind="neutral"><p>{CONTESTED.changed}</p></Notice>}
      <Facts title={CONTESTED.title}>
        <Fact term={CONTESTED.complaint}><b>{COMPLAINT_WORDS[objection.complaint].title}</b></Fact>
        <Fact term={CONTESTED.text}><span className="whitespace-pre-line">{objection.text}</span></Fact>
        <Fact term={CONTESTED.sent}><Nowrap>{shortDayAndTime(objection.sentAt)}</Nowrap></Fact>
        <Fact term={CONTESTED.result}>{decidedWords(result, schools)}</Fact>
        {current.id !== result.id && <Fact term={CONTESTED.now}>{decidedWords(current, schools)}</Fact>}
        <Fact term={CONTESTED.run}>
          {CONTESTED.decided(run.number)}：{decidedWords(decision, schools)}
          {decision && <span className="block text-ink-soft">{decision.rank !== null && `${CONTESTED.rank} ${decision.rank + 1}，`}{CONTESTED.lot} <span className="num break-all">{decision.lot}</span></span>}
        </Fact>
        <Fact term={CONTESTED.siblings}>
          {siblings.length === 0 && <span className="text-ink-soft">{CONTESTED.noSiblings}</span>}
          {siblings.map(({ id, child, schoolCode, given }) => <span key={id} className="block"><a href={paths.applicationFile(id)} target="_blank" rel="noreferrer">{child}</a>：{schoolName(schoolCode, schools)}{given && `（${CONTESTED.byHand}）`}</span>)}
        </Fact>
      </Facts>
      {(waiting || refused.length > 0 || objection.answer) && (
        <Facts title={CONTESTED.answers}>
          {objection.answer && <Fact term={CONTESTED.answered}>{meantWords(objection.answer.schoolCode, schools)}：{objection.answer.reason}</Fact>}
          {waiting && <Fact term={waiting.by}><Answer answer={waiting} schools={schools} /></Fact>}
          {refused.map((answer) => <Fact key={answer.at} term={answer.by}><Answer answer={answer} schools={schools} /></Fact>)}
        </Facts>
      )}
      <SeatsTable seats={seats} caption />
    </section>
  )
}

function meantWords(schoolCode: string | null, schools: Schools): string {
  return schoolCode === null ? CONTESTED.kept : CONTESTED.changeTo(schoolName(schoolCode, schools))
}

function Answer({ answer: { at, content, refused }, schools }: { answer: ProposedAnswer; schools: Schools }) {
  return (
    <>
      <b>{meantWords(content.schoolCode, schools)}{content.overCapacity && CONTESTED.over}</b>：{content.reason}
      <span className="block text-ink-soft"><Nowrap>{shortDayAndTime(refused?.at ?? at)}</Nowrap> {refused ? `${CONTESTED.refused}，${refused.by}：${refused.note}` : CONTESTED.proposed}</span>
    </>
  )
}
