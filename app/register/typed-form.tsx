'use client'

import { useActionState, type ReactNode } from 'react'
import type { CheckedForm } from '@/components/forms/form-checks'
import { useFormChecks } from '@/components/forms/use-form-checks'
import { WentWrong } from '@/components/forms/wrong-later'
import { attemptOf, newForm, type FormState } from '@/lib/forms/form-state'

type Typed = Readonly<Record<string, string | undefined>>

/**
 * A form that is typed into: checked while it is filled in, posted to its action, and whatever comes back (a fault, a
 * refusal, that the session has ended) what was typed stays.
 * @param kept what stands in the fields before the first try
 */
export function useTypedForm(name: CheckedForm, post: (state: FormState, form: FormData) => Promise<FormState>, kept: Typed = {}) {
  const [state, action] = useActionState(post, newForm)
  const attempt = attemptOf(state)
  const told = state.status === 'invalid' ? state.fields : {}
  const { fault, handlers } = useFormChecks(name, told, attempt)
  const typed: Typed = state.status === 'new' ? kept : state.values
  /** name, what was typed and what is wrong with it, for the parts of `components/ui` */
  const field = (of: string) => {
    return { name: of, defaultValue: typed[of], error: fault(of) }
  }
  const errors = Object.entries(told).flatMap(([of, fault]) => (fault ? [{ field: of, message: fault.summary }] : []))
  return { typed, field, frame: { state, action, attempt, handlers, errors } }
}

type Props = {
  frame: ReturnType<typeof useTypedForm>['frame']
  /** sent along and shown to nobody */
  hidden?: Readonly<Record<string, string>>
  /** between what went wrong and the form */
  before?: ReactNode
  children: ReactNode
}

/** What went wrong above, the fields below; made anew at each try, so that they hold what the server has seen. */
export function TypedForm({ frame: { state, action, attempt, handlers, errors }, hidden = {}, before, children }: Props) {
  return (
    <>
      <WentWrong errors={errors} attempt={attempt} signIn={state.status === 'expired' ? state.signIn : undefined} {...(state.status === 'refused' ? { refusal: state.refusal, idNumber: state.values.idNumber } : {})} />
      {before}
      <form className="form" action={action} noValidate key={attempt} {...handlers}>
        {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        {children}
      </form>
    </>
  )
}
