'use client'

import { useActionState, useId, type ReactNode } from 'react'
import { SessionExpired } from '@/components/forms/session-expired'
import { ErrorSummary } from '@/components/ui/error-summary'
import { STAFF_ERRORS } from '@/lib/copy/staff/errors'
import { newStaffForm, type StaffFormState } from '@/lib/forms/staff-state'

export type Typed = Readonly<Record<string, string | undefined>>

/** A form of the desk: whatever comes back (every fault at once, that the session has ended), what was typed stays. @param kept what stands in the fields before the first try */
export function useTypedForm(post: (state: StaffFormState, form: FormData) => Promise<StaffFormState>, kept: Typed = {}) {
  const [state, action] = useActionState(post, newStaffForm)
  const typed: Typed = state.status === 'new' ? kept : state.values
  const faults = state.status === 'refused' ? (state.faults ?? [state]).map(({ field, code }) => ({ field, message: STAFF_ERRORS[code] })) : []
  /** name, what was typed and what is wrong with it, for the parts of `components/ui` */
  const field = (name: string) => ({ name, defaultValue: typed[name], error: faults.find((fault) => fault.field === name)?.message })
  return { typed, field, frame: { state, action, faults } }
}

type Props = { frame: ReturnType<typeof useTypedForm>['frame']; /** sent along and shown to nobody */ hidden: Readonly<Record<string, string>>; /** before a fault's words above the form, where several fields have the same ones: whose it is */ whose?: (field: string) => string; children: ReactNode }

/** What went wrong above, the fields below; made anew at each try, so that they hold what the server has seen. */
export function TypedForm({ frame: { state, action, faults }, hidden, whose = () => '', children }: Props) {
  const attempt = state.status === 'new' ? 0 : state.attempt
  // A page may have several of these.
  const fields = useId()
  return (
    <>
      <ErrorSummary title={faults.length > 1 ? undefined : '没有办成'} errors={faults.map(({ field, message }) => ({ field: field ?? fields, message: `${field ? whose(field) : ''}${message}` }))} attempt={attempt} />
      {state.status === 'expired' && <SessionExpired signIn={state.signIn} />}
      <form className="form" id={fields} action={action} noValidate key={attempt}>
        {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        {children}
      </form>
    </>
  )
}
