import { WithdrawalLines } from '@/components/console/withdrawal-lines'
import { APPEAL_NAMES } from '@/lib/copy/appeals'
import { BASIS_WORDS } from '@/lib/copy/bases'
import { COMPLETION_WORDS } from '@/lib/copy/staff/assist'
import { factWords } from '@/lib/copy/staff/desk'
import { WITHDRAWALS } from '@/lib/copy/staff/withdrawals'
import { dayAndTime } from '@/lib/copy/time'
import { maskIdNumber } from '@/lib/domain/privacy'
import type { OpenedCompletion } from '@/lib/commands/open-completion'
import { basisWords } from '../../../basis-words'

/** Whose it is and as of when it is judged; what was taken back; and on what it could be completed now. */
export function LeftFacts({ open: { application, child, guardian, kind, because, waiting, judgedAt, decidedAt, published, bases, withdrawals } }: { open: OpenedCompletion }) {
  return (
    <>
      <dl className="facts">
        <div><dt>学生</dt><dd>{child}</dd></div>
        <div><dt>监护人</dt><dd>{guardian.name}<br /><span className="text-ink-soft tabular-nums">{maskIdNumber(guardian.idNumber)}</span></dd></div>
        <div><dt>申诉</dt><dd>{APPEAL_NAMES[kind]}</dd></div>
        <div><dt>交材料</dt><dd>{dayAndTime(judgedAt)}，以这个时间判定</dd></div>
        <div><dt>审核</dt><dd>{dayAndTime(decidedAt)} {COMPLETION_WORDS.decided[because]}</dd></div>
        {waiting && <div><dt>在审核</dt><dd>{APPEAL_NAMES[waiting]}</dd></div>}
      </dl>
      {withdrawals.length > 0 && (
        <>
          <h2 className="sub">{WITHDRAWALS.title}</h2>
          <ul className="lines" role="list">{withdrawals.map(({ fact, ...one }) => <li key={one.id}><WithdrawalLines {...one} words={factWords(fact)} /></li>)}</ul>
        </>
      )}
      <h2 className="sub">{COMPLETION_WORDS.bases}</h2>
      {bases.length === 0
        ? <p className="text-sm text-ink-soft">{COMPLETION_WORDS.noBases}</p>
        : <dl className="facts">{bases.map((state) => <div key={state.basis}><dt>{BASIS_WORDS[state.basis].title}</dt><dd>{basisWords(state, published.season, application.findings.property !== null)}</dd></div>)}</dl>}
    </>
  )
}
