import { Phrases } from '@/components/ui/phrase'
import type { OpenedProposal } from '@/lib/commands/open-proposal'
import { dayAndTime } from '@/lib/copy/time'
import { comparedRows, groundsOf } from './comparison'
import { outcomeRows } from './outcome'

/** What was known, what is entered, what differs; on what paper; and what comes of it by the rules. */
export function FactsColumn({ proposal, application, entry, published: { season }, proposedBy, outcome }: OpenedProposal) {
  const changes = outcome && outcomeRows(outcome, season, application.findings.property !== null)
  return (
    <>
      <table className="compare">
        <caption className="sr-only">提出时已知的和录入的</caption>
        <thead><tr><th scope="col">项目</th><th scope="col">原来</th><th scope="col">录入</th></tr></thead>
        <tbody>
          {comparedRows(entry, season).map(({ term, before, after, differs }, index) => (
            <tr key={index} className={differs ? 'is-diff' : undefined}>
              <th scope="row">{term}{differs && <small>有变化</small>}</th><td><Phrases text={before} /></td><td><Phrases text={after} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <h2 className="sub">凭什么</h2>
        <dl className="facts">
          {groundsOf(entry).map(({ term, text }) => <div key={term}><dt>{term}</dt><dd>{text}</dd></div>)}
          <div><dt>提出</dt><dd>{proposedBy} {dayAndTime(proposal.proposedAt)}</dd></div>
        </dl>
      </div>
      {changes && (
        <div>
          <h2 className="sub">通过会怎样</h2>
          <dl className="facts">
            {changes.length === 0 && <div><dt>判定</dt><dd>现在能看到的判定不变</dd></div>}
            {changes.map(({ basis, before, after }) => <div key={basis}><dt>{basis}</dt><dd>现在：{before}<br /><b>通过以后：{after}</b></dd></div>)}
          </dl>
        </div>
      )}
    </>
  )
}
