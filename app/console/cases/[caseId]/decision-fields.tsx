'use client'

import { useRef } from 'react'
import { CheckField, SelectField, TextField } from '@/components/ui/field'
import { BY_HAND_FIELDS } from '@/lib/copy/staff/by-hand'
import { DECISION } from '@/lib/copy/staff/decision'
import type { Verdict } from '@/lib/domain/case-decision'
import { OTHER_DOCUMENT } from '@/lib/domain/papers'
import type { Place } from '../hidden'

/** What is decided on, as the right side needs to know it. */
export type Deciding = {
  place: Place
  /** which round of which appeal was read; null of a submission */
  appeal: { id: string; round: number } | null
  /** of an objection: the result that was read, and where the child might go instead */
  contested: { resultId: string; schools: readonly { value: string; label: string }[] } | null
  verdicts: readonly Verdict[]
  /** a submission that cannot go back any more: the season is over */
  closed: boolean
  papers: readonly { id: string; label: string }[]
  /** what may be asked for once more, by name */
  documents: readonly string[]
  reasons: readonly { code: string; label: string; words: string }[]
}

/** What was typed at the try before, by field. */
type Typed = Partial<Record<string, string>>

/** One document more, from the round's list or by another name. */
export function WantedDocument({ documents, typed }: Pick<Deciding, 'documents'> & { typed: Typed }) {
  return (
    <div className="of-wanted">
      <SelectField name="document" label={DECISION.document} placeholder="请选择" defaultValue={typed.document} options={[...documents.map((one) => ({ value: one, label: one })), { value: OTHER_DOCUMENT, label: DECISION.other }]} />
      <div className="of-other mt-3.5"><TextField name="documentName" label={DECISION.otherName} maxLength={100} defaultValue={typed.documentName} /></div>
    </div>
  )
}

/** Another school for the child; that a seat beyond the capacity is meant is said here, and read by the second officer. */
export function SchoolByHand({ schools, typed }: Pick<NonNullable<Deciding['contested']>, 'schools'> & { typed: Typed }) {
  return (
    <div className="of-change">
      <SelectField name="schoolCode" label={BY_HAND_FIELDS.school} placeholder={BY_HAND_FIELDS.choose} options={schools} defaultValue={typed.schoolCode} />
      <div className="mt-1.5"><CheckField name="overCapacity" value="yes" label={BY_HAND_FIELDS.overCapacity} defaultChecked={typed.overCapacity === 'yes'} /></div>
    </div>
  )
}

/** A reason of the season's table, and what the family reads. */
export function WhyAndNote({ deciding: { appeal, contested, closed, reasons }, typed }: { deciding: Deciding; typed: Typed }) {
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
    <>
      {!contested && !closed && <div className="of-refusal" onChange={(event) => event.target instanceof HTMLSelectElement && say(event.target.value)}>
        <SelectField name="reasonCode" label={DECISION.reason} placeholder={DECISION.reasonNone} defaultValue={typed.reasonCode} options={reasons.map(({ code, label }) => ({ value: code, label }))} />
      </div>}
      <div ref={note}><TextField name="reason" label={contested ? BY_HAND_FIELDS.reason : appeal ? DECISION.note : closed ? DECISION.checkNote : DECISION.returnNote} rows={3} maxLength={500} defaultValue={typed.reason} /></div>
    </>
  )
}
