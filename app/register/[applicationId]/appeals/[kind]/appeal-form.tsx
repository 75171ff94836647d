'use client'

import { useActionState, type ReactNode } from 'react'
import { RefusalNotice } from '@/components/application/refusal-notice'
import { SessionExpired } from '@/components/application/session-expired'
import { useFormChecks } from '@/components/forms/use-form-checks'
import { Actions } from '@/components/layout/actions'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { APPEAL_BUTTONS } from '@/lib/copy/appeals'
import { FIELD_SUMMARY, FIELD_WORDS } from '@/lib/copy/errors'
import { APPEAL_SLUGS, type AppealHead } from '@/lib/domain/appeals'
import { attemptOf, newForm } from '@/lib/forms/form-state'
import { saveForm } from './actions'
import { BlendedFamilyFields, SingleParentFields } from './family-fields'
import { KinshipFields } from './kinship-fields'
import { GroundFields } from './ground-fields'
import { GuardianMismatchFields, StudentNotFoundFields } from './record-fields'
import type { AppealFormContext, FieldsProps } from './form-context'


const FIELDS = {
  STUDENT_NOT_FOUND: StudentNotFoundFields,
  GUARDIAN_MISMATCH: GuardianMismatchFields,
  SINGLE_PARENT: SingleParentFields,
  BLENDED_FAMILY: BlendedFamilyFields,
  GRANDPARENT_KINSHIP: KinshipFields,
  NO_VALID_MATERIALS: GroundFields,
} as const satisfies Record<AppealHead['kind'], (props: FieldsProps) => ReactNode>

type Props = { context: AppealFormContext; kept: Record<string, string>; /** what to read before the form: it stands under what has to be mended */ children: ReactNode }

/** The form of an appeal. What was typed stays, whatever comes back: a fault, a refusal, or that the session has ended. */
export function AppealForm({ context, kept, children }: Props) {
  const [state, action] = useActionState(saveForm, newForm)
  const typed = state.status === 'new' ? kept : state.values
  const told = state.status === 'invalid' ? state.fields : {}
  const { fault, handlers } = useFormChecks(context.kind, told, attemptOf(state))
  const errors = Object.entries(told).flatMap(([field, code]) => (code ? [{ field, message: FIELD_SUMMARY[code] }] : []))
  const Fields = FIELDS[context.kind]
  const field = (name: string) => {
    const code = fault(name)
    return { name, defaultValue: typed[name], error: code && FIELD_WORDS[code] }
  }
  return (
    <>
      <ErrorSummary errors={errors} attempt={attemptOf(state)} />
      {state.status === 'expired' && <SessionExpired signIn={state.signIn} />}
      {state.status === 'refused' && <RefusalNotice {...state.refusal} />}
      {children}
      <form className="form" action={action} noValidate key={attemptOf(state)} {...handlers}>
        <input type="hidden" name="slug" value={APPEAL_SLUGS[context.kind]} />
        <input type="hidden" name="applicationId" value={context.applicationId} />
        <Fields context={context} typed={typed} field={field} />
        <Actions><SubmitButton waitingText="正在保存">{APPEAL_BUTTONS.save}</SubmitButton></Actions>
      </form>
    </>
  )
}
