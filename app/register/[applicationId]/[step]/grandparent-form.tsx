'use client'

import { useActionState } from 'react'
import { RefusalNotice } from '@/components/application/refusal-notice'
import { SessionExpired } from '@/components/application/session-expired'
import { useFormChecks } from '@/components/forms/use-form-checks'
import { Actions } from '@/components/layout/actions'
import { ErrorSummary } from '@/components/ui/error-summary'
import { CheckField, TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { FIELD_SUMMARY, FIELD_WORDS } from '@/lib/copy/errors'
import { BUTTONS } from '@/lib/copy/steps'
import { attemptOf, newForm } from '@/lib/forms/form-state'
import { queryGrandparent } from './actions'

type Props = { applicationId: string; kept: { name: string; idNumber: string } | null; askedBefore?: boolean; secondary?: boolean }

/** Name, ID number, and that the grandparent agrees: that is said anew at each query and never ticked beforehand. */
export function GrandparentForm({ applicationId, kept, askedBefore, secondary }: Props) {
  const [state, action] = useActionState(queryGrandparent, newForm)
  const typed = state.status === 'new' ? { grandparentName: kept?.name, grandparentIdNumber: kept?.idNumber } : state.values
  const fields = state.status === 'invalid' ? state.fields : {}
  const { fault, handlers } = useFormChecks('grandparent', fields, attemptOf(state))
  const words = (field: string) => {
    const code = fault(field)
    return code && FIELD_WORDS[code]
  }
  const errors = Object.entries(fields).flatMap(([field, code]) => (code ? [{ field, message: FIELD_SUMMARY[code] }] : []))
  return (
    <>
      <ErrorSummary errors={errors} attempt={attemptOf(state)} />
      {state.status === 'expired' && <SessionExpired signIn={state.signIn} />}
      {state.status === 'refused' && <RefusalNotice {...state.refusal} />}
      <form className="form" action={action} noValidate key={attemptOf(state)} {...handlers}>
        <input type="hidden" name="applicationId" value={applicationId} />
        <input type="hidden" name="step" value="grandparent" />
        <TextField name="grandparentName" label="老人的姓名" hint="和身份证上一样。" defaultValue={typed.grandparentName} error={words('grandparentName')} autoComplete="off" />
        <TextField name="grandparentIdNumber" variant="id" label="老人的身份证号" hint="18 位。末位可能是 X。" defaultValue={typed.grandparentIdNumber} error={words('grandparentIdNumber')} />
        <CheckField
          name="agreed"
          value="yes"
          label="老人同意查询，也同意用自己的房产给孩子入学"
          error={words('agreed')}
          defaultChecked={state.status !== 'new' && state.values.agreed === 'yes'}
        />
        <Actions><SubmitButton variant={secondary ? 'secondary' : 'primary'} waitingText="正在查询亲属关系">{askedBefore ? BUTTONS.askAgain : BUTTONS.query}</SubmitButton></Actions>
      </form>
    </>
  )
}
