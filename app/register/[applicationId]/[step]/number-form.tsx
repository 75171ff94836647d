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
import { queryCertificate, queryContract } from './actions'

/** The steps at which a number is copied from paper and asked for; a certificate's is too long for the large type of numbers. */
const NUMBERS = {
  contract: { query: queryContract, name: 'contractNumber', label: '购房合同编号', hint: '照着合同填，字母和数字都要。', variant: 'id', waiting: '正在查询合同' },
  certificate: { query: queryCertificate, name: 'certificateNumber', label: '不动产权证号', hint: '照着证上填全，例如：赣（2019）安义县不动产权第0012345号。', variant: 'text', waiting: '正在查询房产' },
} as const

type Props = { step: keyof typeof NUMBERS; applicationId: string; kept: string | undefined; askedBefore: boolean; secondary?: boolean }

/** One number: what was typed stays, in the draft and beside an error, and never stands in an address. */
export function NumberForm({ step, applicationId, kept, askedBefore, secondary }: Props) {
  const { query, waiting, ...field } = NUMBERS[step]
  const { name } = field
  const [state, action] = useActionState(query, newForm)
  const typed = state.status === 'new' ? kept : state.values[name]
  const told = state.status === 'invalid' ? state.fields : {}
  const { fault, handlers } = useFormChecks(step, told, attemptOf(state))
  const summary = told[name]
  const error = fault(name)
  return (
    <>
      <ErrorSummary errors={summary ? [{ field: name, message: FIELD_SUMMARY[summary] }] : []} attempt={attemptOf(state)} />
      {state.status === 'expired' && <SessionExpired signIn={state.signIn} />}
      {state.status === 'refused' && <RefusalNotice {...state.refusal} />}
      <form className="form" action={action} noValidate key={attemptOf(state)} {...handlers}>
        <input type="hidden" name="applicationId" value={applicationId} />
        <input type="hidden" name="step" value={step} />
        <TextField {...field} autoComplete="off" spellCheck={false} defaultValue={typed} error={error && FIELD_WORDS[error]} />
        <Actions><SubmitButton variant={secondary ? 'secondary' : 'primary'} waitingText={waiting}>{askedBefore ? BUTTONS.askAgain : BUTTONS.query}</SubmitButton></Actions>
      </form>
    </>
  )
}
