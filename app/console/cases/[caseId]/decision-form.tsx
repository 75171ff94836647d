'use client'

import { useRef } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { DECISION } from '@/lib/copy/staff/decision'
import type { Verdict } from '@/lib/domain/case-decision'
import type { StaffFormState } from '@/lib/forms/staff-state'
import { DecisionFault } from './decision-fault'
import { SchoolByHand, WantedDocument, WhyAndNote, type Deciding } from './decision-fields'
import { Hidden } from '../hidden'

const KEYS: Record<Verdict, string> = { approved: 'A', refused: 'D', wanted: 'M', confirmed: 'A', 'proposed-for-return': 'D', kept: 'A', changed: 'D' }

type Props = {
  deciding: Deciding
  state: StaffFormState
  action: (form: FormData) => void
  ticked: ReadonlySet<string>
  verdict: Verdict | null
  onTick: (paper: string) => void
  onVerdict: (verdict: Verdict) => void
}

/** Each paper with its tick, the verdict, and what the family is told. Made anew at each try, with what was typed. */
export function DecisionForm({ deciding, state, action, ticked, verdict, onTick, onVerdict }: Props) {
  const { place, appeal, contested } = deciding
  const typed: Partial<Record<string, string>> = state.status === 'new' ? {} : state.values
  const note = useRef<HTMLInputElement>(null)
  // A note that stands there unsaved goes along with the verdict, or the next case would take it away.
  const takeNote = () => {
    const written = document.getElementById(NOTE_FIELD)
    if (note.current && written instanceof HTMLTextAreaElement) note.current.value = written.value
  }
  return (
    <form key={state.status === 'new' ? 0 : state.attempt} className="case-decide" aria-label={DECISION.legend} action={action} onSubmit={takeNote} noValidate>
      <DecisionFault state={state} place={place} />
      {!contested && <Ticks papers={deciding.papers} ticked={ticked} onTick={onTick} />}
      <Verdicts verdicts={deciding.verdicts} verdict={verdict} onVerdict={onVerdict} />
      {deciding.closed && <p className="text-sm text-ink-soft">{DECISION.closed}</p>}
      {appeal && <WantedDocument documents={deciding.documents} typed={typed} />}
      {contested && <SchoolByHand schools={contested.schools} typed={typed} />}
      <WhyAndNote deciding={deciding} typed={typed} />
      <div className="case-send">
        <Hidden place={place} />
        <input ref={note} type="hidden" name="note" defaultValue="" />
        <Subject deciding={deciding} />
        <SubmitButton name="then" value="next" waitingText={DECISION.waiting} hotKey="control+enter">{DECISION.next}<kbd className="ml-2" aria-hidden="true">Ctrl Enter</kbd></SubmitButton>
        <SubmitButton variant="quiet" name="then" value="list" waitingText={DECISION.waiting}>{DECISION.list}</SubmitButton>
      </div>
    </form>
  )
}

/** Where officers write to each other, on the left. */
export const NOTE_FIELD = 'note'

function Ticks({ papers, ticked, onTick }: Pick<Deciding, 'papers'> & Pick<Props, 'ticked' | 'onTick'>) {
  return (
    <fieldset className="ticks">
      <legend className="sub">{DECISION.ticks}</legend>
      {papers.length === 0 && <p className="text-sm text-ink-soft">{DECISION.noPapers}</p>}
      {papers.map(({ id, label }) => (
        <label key={id} className="check"><input type="checkbox" name="checked[]" value={id} checked={ticked.has(id)} onChange={() => onTick(id)} /><span>{label}</span></label>
      ))}
    </fieldset>
  )
}

function Verdicts({ verdicts, verdict, onVerdict }: Pick<Deciding, 'verdicts'> & Pick<Props, 'verdict' | 'onVerdict'>) {
  return (
    <fieldset>
      <legend className="sub mb-1.5">{DECISION.legend}</legend>
      <div className="verbs">
        {verdicts.map((one) => (
          <label key={one} className="choice">
            <input type="radio" name="verdict" value={one} checked={verdict === one} onChange={() => onVerdict(one)} aria-keyshortcuts={KEYS[one]} />
            <span>{DECISION[one]}</span><kbd aria-hidden="true">{KEYS[one]}</kbd>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What exactly was read before deciding: what came since is another thing. */
function Subject({ deciding: { appeal, contested } }: { deciding: Deciding }) {
  return (
    <>
      <input type="hidden" name="subject" value={appeal ? 'appeal' : contested ? 'objection' : 'submission'} />
      {contested && <input type="hidden" name="resultId" value={contested.resultId} />}
      {appeal && <input type="hidden" name="appealId" value={appeal.id} />}
      {appeal && <input type="hidden" name="round" value={appeal.round} />}
    </>
  )
}
