'use client'

import { useActionState } from 'react'
import { RefusalNotice } from '@/components/application/refusal-notice'
import { SessionExpired } from '@/components/application/session-expired'
import { useFormChecks } from '@/components/forms/use-form-checks'
import { Actions } from '@/components/layout/actions'
import { ErrorSummary } from '@/components/ui/error-summary'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { FIELD_SUMMARY, FIELD_WORDS } from '@/lib/copy/errors'
import { BUTTONS } from '@/lib/copy/steps'
import { attemptOf, newForm } from '@/lib/forms/form-state'
import { queryContract } from './actions'

type Props = { applicationId: string; kept: string | undefined; askedBefore: boolean; secondary?: boolean }

/** The contract's number: what was typed stays, in the draft and beside an error, and never stands in an address. */
export function ContractForm({ applicationId, kept, askedBefore, secondary }: Props) {
  const [state, action] = useActionState(queryContract, newForm)
  const typed = state.status === 'new' ? kept : state.values.contractNumber
  const told = state.status === 'invalid' ? state.fields : {}
  const { fault, handlers } = useFormChecks('contract', told, attemptOf(state))
  const code = fault('contractNumber')
  return (
    <>
      <ErrorSummary errors={told.contractNumber ? [{ field: 'contractNumber', message: FIELD_SUMMARY[told.contractNumber] }] : []} attempt={attemptOf(state)} />
      {state.status === 'expired' && <SessionExpired signIn={state.signIn} />}
      {state.status === 'refused' && <RefusalNotice {...state.refusal} />}
      <form className="form" action={action} noValidate key={attemptOf(state)} {...handlers}>
        <input type="hidden" name="applicationId" value={applicationId} />
        <input type="hidden" name="step" value="contract" />
        <TextField name="contractNumber" variant="id" label="购房合同编号" hint="照着合同填，字母和数字都要。" defaultValue={typed} error={code && FIELD_WORDS[code]} />
        <Actions><SubmitButton variant={secondary ? 'secondary' : 'primary'} waitingText="正在查询合同">{askedBefore ? BUTTONS.askAgain : BUTTONS.query}</SubmitButton></Actions>
      </form>
    </>
  )
}
