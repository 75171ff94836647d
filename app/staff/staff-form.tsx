'use client'

import { useActionState, type ReactNode } from 'react'
import { SessionExpired } from '@/components/forms/session-expired'
import { TextField } from '@/components/ui/field'
import { ErrorSummary } from '@/components/ui/error-summary'
import { STAFF_ERRORS } from '@/lib/copy/staff/errors'
import { withWait } from '@/lib/copy/staff/accounts'
import { newStaffForm, type StaffFormState } from '@/lib/forms/staff-state'

export type StaffField = { name: string; label: string; hint?: string; type?: 'password'; autoComplete?: string; inputMode?: 'numeric'; variant?: 'id'; /** what stands there before anything was typed */ value?: string }

type Props = {
  post: (state: StaffFormState, form: FormData) => Promise<StaffFormState>
  fields: readonly StaffField[]
  /** before the fields' own ids, where a page has several forms */
  id?: string
  /** whose password it is: for the browser's password store, which looks for it beside the field */
  username?: string
  /** the button that sends it */
  children: ReactNode
}

/**
 * A form of a few typed fields. What went wrong stands above it, and beside the field where it is about one; what was typed
 * stays, but for secrets, which no answer of the server ever holds.
 */
export function StaffForm({ post, fields, id = '', username, children }: Props) {
  const [state, action] = useActionState(post, newStaffForm)
  const [first] = fields
  const refused = state.status === 'refused' ? { field: state.field ?? first?.name ?? '', message: withWait(STAFF_ERRORS[state.code], state.waitMs), attempt: state.attempt } : null
  const isOfField = state.status === 'refused' && state.field !== null
  return (
    <>
      {refused && <ErrorSummary title="没有办成" errors={[{ ...refused, field: `${id}${refused.field}` }]} attempt={refused.attempt} />}
      {state.status === 'expired' && <SessionExpired signIn={state.signIn} />}
      <form className="form" action={action} noValidate key={state.status === 'new' ? 0 : state.attempt}>
        {username && <input className="hidden" type="text" autoComplete="username" defaultValue={username} tabIndex={-1} aria-hidden="true" readOnly />}
        {fields.map(({ value, ...field }) => (
          <TextField key={field.name} {...field} id={`${id}${field.name}`} required spellCheck={false} defaultValue={state.status === 'new' ? value : state.values[field.name]} error={isOfField && refused?.field === field.name ? refused.message : undefined} />
        ))}
        {children}
      </form>
    </>
  )
}
