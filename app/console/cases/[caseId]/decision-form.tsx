'use client'

import { useRef } from 'react'
import { FocusOnAppear } from '@/components/ui/focus-on-appear'
import { CheckField, SelectField, TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { BY_HAND_FIELDS } from '@/lib/copy/staff/by-hand'
import { DECISION } from '@/lib/copy/staff/decision'
import { STAFF_ERRORS, type StaffErrorCode } from '@/lib/copy/staff/errors'
import type { Verdict } from '@/lib/domain/case-decision'
import { OTHER_DOCUMENT } from '@/lib/domain/papers'
import type { StaffFormState } from '@/lib/forms/staff-state'
import { paths } from '@/lib/paths'
import { Hidden, type Place } from './hidden'

export type Deciding = {
  place: Place
  /** which round of which appeal was read; null of a submission */
  appeal: { id: string; round: number } | null
  /** of an objection: the result that was read, and where the child might go instead */
  contested: { resultId: string; schools: readonly { value: string; label: string }[] } | null
  verdicts: readonly Verdict[]
  papers: readonly { id: string; label: string }[]
  /** what may be asked for once more, by name */
  documents: readonly string[]
  reasons: readonly { code: string; label: string; words: string }[]
}

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
  const { place, appeal, contested, verdicts, papers, documents, reasons } = deciding
  const typed: Partial<Record<string, string>> = state.status === 'new' ? {} : state.values
  const attempt = state.status === 'new' ? 0 : state.attempt
  const note = useRef<HTMLDivElement>(null)

  /** A reason brings its words; what somebody has written by hand stays in front of them. */
  function say(code: string) {
    const field = note.current?.querySelector('textarea')
    const words = reasons.find((reason) => reason.code === code)?.words
    if (!field || !words) return
    const own = reasons.some((reason) => reason.words === field.value) ? '' : field.value.trim()
    field.value = own === '' || own.includes(words) ? own || words : `${own}\n${words}`
  }

  return (
    <form key={attempt} className="case-decide" aria-label={DECISION.legend} action={action} noValidate>
      <Fault state={state} place={place} />
      {!contested && (
        <fieldset className="ticks">
          <legend className="sub">{DECISION.ticks}</legend>
          {papers.length === 0 && <p className="text-sm text-ink-soft">{DECISION.noPapers}</p>}
          {papers.map(({ id, label }) => (
            <label key={id} className="check"><input type="checkbox" name="checked[]" value={id} checked={ticked.has(id)} onChange={() => onTick(id)} /><span>{label}</span></label>
          ))}
        </fieldset>
      )}
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
      {appeal && (
        <div className="of-wanted">
          <SelectField name="document" label={DECISION.document} placeholder="请选择" defaultValue={typed.document} options={[...documents.map((one) => ({ value: one, label: one })), { value: OTHER_DOCUMENT, label: DECISION.other }]} />
          <div className="of-other mt-3.5"><TextField name="documentName" label={DECISION.otherName} maxLength={100} defaultValue={typed.documentName} /></div>
        </div>
      )}
      {contested && <SchoolByHand contested={contested} typed={typed} />}
      {!contested && <div className="of-refusal" onChange={(event) => event.target instanceof HTMLSelectElement && say(event.target.value)}>
        <SelectField name="reasonCode" label={DECISION.reason} placeholder={DECISION.reasonNone} defaultValue={typed.reasonCode} options={reasons.map(({ code, label }) => ({ value: code, label }))} />
      </div>}
      <div ref={note}><TextField name="reason" label={contested ? BY_HAND_FIELDS.reason : appeal ? DECISION.note : DECISION.returnNote} rows={3} maxLength={500} defaultValue={typed.reason} /></div>
      <div className="case-send">
        <Hidden place={place} />
        <input type="hidden" name="subject" value={appeal ? 'appeal' : contested ? 'objection' : 'submission'} />
        {contested && <input type="hidden" name="resultId" value={contested.resultId} />}
        {appeal && <input type="hidden" name="appealId" value={appeal.id} />}
        {appeal && <input type="hidden" name="round" value={appeal.round} />}
        <SubmitButton name="then" value="next" waitingText={DECISION.waiting} hotKey="control+enter">{DECISION.next}<kbd className="ml-2" aria-hidden="true">Ctrl Enter</kbd></SubmitButton>
        <SubmitButton variant="quiet" name="then" value="list" waitingText={DECISION.waiting}>{DECISION.list}</SubmitButton>
      </div>
    </form>
  )
}

/** Another school for the child; that a seat beyond the capacity is meant is said here, and read by the second officer. */
function SchoolByHand({ contested: { schools }, typed }: { contested: NonNullable<Deciding['contested']>; typed: Partial<Record<string, string>> }) {
  return (
    <div className="of-change">
      <SelectField name="schoolCode" label={BY_HAND_FIELDS.school} placeholder={BY_HAND_FIELDS.choose} options={schools} defaultValue={typed.schoolCode} />
      <div className="mt-1.5"><CheckField name="overCapacity" value="yes" label={BY_HAND_FIELDS.overCapacity} defaultChecked={typed.overCapacity === 'yes'} /></div>
    </div>
  )
}

/** What kept the verdict from being written: said above, where the focus goes; nothing that was typed is lost. */
function Fault({ state, place }: { state: StaffFormState; place: Place }) {
  if (state.status === 'new') return null
  return (
    <div id="not-decided" tabIndex={-1} role="alert">
      <FocusOnAppear targetId="not-decided" signature={String(state.attempt)} />
      {state.status === 'expired'
        ? <Notice title={DECISION.expired}><p><a className="inline-flex min-h-target items-center" href={state.signIn} target="_blank" rel="noreferrer">{DECISION.signIn}</a></p></Notice>
        : <Notice><p>{STAFF_ERRORS[state.code]}</p>{MOVED.includes(state.code) && <p><a className="inline-flex min-h-target items-center" href={paths.case(place.caseId)} target="_blank" rel="noreferrer">{DECISION.latest}</a></p>}</Notice>}
    </div>
  )
}

/** The case is not what it was when it was opened. */
const MOVED: readonly StaffErrorCode[] = ['CASE_DECIDED', 'CASE_NOT_YOURS', 'CLAIM_OUTDATED', 'RETURN_ALREADY_PROPOSED', 'CASE_PROPOSED', 'RESULT_CHANGED', 'BY_HAND_WAITING']
