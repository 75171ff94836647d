'use client'

import { useActionState } from 'react'
import { SessionExpired } from '@/components/forms/session-expired'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { NOTES } from '@/lib/copy/staff/case-file'
import { STAFF_ERRORS } from '@/lib/copy/staff/errors'
import { newStaffForm } from '@/lib/forms/staff-state'
import { note } from './actions'
import { NOTE_FIELD } from './decision-form'
import { Hidden, type Place } from '../hidden'

/** A note is typed while one looks: where the session has ended meanwhile it stays as it was typed. */
export function NoteForm({ place }: { place: Place }) {
  const [state, action] = useActionState(note, newStaffForm)
  return (
    <form className="mt-2 grid gap-2 px-2.5" action={action}>
      <Hidden place={place} />
      {state.status === 'expired' && <SessionExpired signIn={state.signIn} />}
      <TextField
        id={NOTE_FIELD} name="text" label={NOTES.label} hint={NOTES.hint} rows={2} maxLength={500} hotKey="b"
        defaultValue={state.status === 'new' ? undefined : state.values.text}
        error={state.status === 'refused' ? STAFF_ERRORS[state.code] : undefined}
      />
      <div data-own-keys><SubmitButton variant="secondary" waitingText="正在保存" hotKey="control+enter">{NOTES.save}</SubmitButton></div>
    </form>
  )
}
