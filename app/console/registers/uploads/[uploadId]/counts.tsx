import { TRIAL } from '@/lib/copy/staff/registers'
import { INQUIRY_OUTCOMES, OUTCOME_WORDS } from '@/lib/domain/inquiries'
import type { Tried } from '@/lib/domain/registers'

type Good = Exclude<Tried, { is: 'refused' }>

/** How much a file brings, and whom of the own county it reaches. */
export function Counts({ tried, version }: { tried: Good; version: string }) {
  return (
    <>
      <dl className="figures">
        <Figure term={TRIAL.read} count={TRIAL.counted(tried.read)} />
        {tried.is === 'register'
          ? (['added', 'changed', 'unchanged'] as const).map((name) => <Figure key={name} term={TRIAL[name]} count={TRIAL.counted(tried[name])} />)
          : INQUIRY_OUTCOMES.flatMap((outcome) => (tried.outcomes[outcome] ? [<Figure key={outcome} term={OUTCOME_WORDS[outcome]} count={TRIAL.counted(tried.outcomes[outcome])} />] : []))}
      </dl>
      <dl className="facts max-w-form">
        {tried.is === 'register' && <div><dt>{TRIAL.rows}</dt><dd>{TRIAL.counted(tried.rows)}</dd></div>}
        <div><dt>{TRIAL.drafts}</dt><dd>{TRIAL.families(tried.drafts)}<span className="block text-ink-soft">{TRIAL.draftsHint}</span></dd></div>
        <div><dt>{TRIAL.submitted}</dt><dd>{TRIAL.families(tried.submitted)}<span className="block text-ink-soft">{TRIAL.submittedHint}</span></dd></div>
        <div><dt>{TRIAL.version}</dt><dd className="num">{version}</dd></div>
      </dl>
    </>
  )
}

function Figure({ term, count }: { term: string; count: string }) {
  return <div><dt>{term}</dt><dd><b>{count}</b></dd></div>
}
