'use client'

import { useActionState } from 'react'
import { Actions } from '@/components/layout/actions'
import { AgeRefusal } from '@/components/application/age-refusal'
import { RefusalNotice } from '@/components/application/refusal-notice'
import { SessionExpired } from '@/components/application/session-expired'
import { useFormChecks } from '@/components/forms/use-form-checks'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { More } from '@/components/ui/disclosure'
import { ErrorSummary } from '@/components/ui/error-summary'
import { CheckField, TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { FIELD_SUMMARY, FIELD_WORDS } from '@/lib/copy/errors'
import { attemptOf, newForm } from '@/lib/forms/form-state'
import { start } from './actions'

type County = { code: string; name: string; closes: string }
type Props = { open: readonly County[]; closed: readonly string[]; consent: string; chosen: string }

/** County, ID number, consent. A refusal of age takes the form's place and leads back to it with the number kept. */
export function StartForm({ open, closed, consent, chosen }: Props) {
  const [state, action] = useActionState(start, newForm)
  const typed = state.status === 'new' ? {} : state.values
  const fields = state.status === 'invalid' ? state.fields : {}
  const errors = Object.entries(fields).flatMap(([field, code]) => (code ? [{ field, message: FIELD_SUMMARY[code] }] : []))
  const { fault, handlers } = useFormChecks('start', fields, attemptOf(state))
  const words = (field: string) => {
    const code = fault(field)
    return code && FIELD_WORDS[code]
  }
  return (
    <>
      <ErrorSummary errors={errors} attempt={attemptOf(state)} />
      {state.status === 'refused' && state.refusal.age && <AgeRefusal fault={state.refusal.age} idNumber={typed.idNumber ?? ''} />}
      {state.status === 'refused' && !state.refusal.age && <RefusalNotice {...state.refusal} />}
      {state.status === 'expired' && <SessionExpired signIn={state.signIn} />}
      <form className="form" action={action} noValidate key={attemptOf(state)} {...handlers}>
        <ChoiceGroup legend="入学区县" name="county" error={words('county')}>
          {open.map((county) => (
            <Choice key={county.code} name="county" value={county.code} title={county.name} text={`${county.closes} 截止`} defaultChecked={(typed.county ?? chosen) === county.code} />
          ))}
        </ChoiceGroup>
        <More summary={`南昌市其他 ${closed.length} 个区县`}>
          <p className="text-sm text-ink-soft">{closed.join('、')}：本平台还没有开放采集，请看当地教育部门的通知。</p>
        </More>
        <TextField name="idNumber" variant="id" label="学生身份证号" hint="18 位，在户口本学生页。末位可能是 X。" defaultValue={typed.idNumber} error={words('idNumber')} />
        <CheckField name="consent" value="yes" label={consent} error={words('consent')} defaultChecked={typed.consent === 'yes'} />
        <Actions><SubmitButton waitingText="正在查询">查询学生信息</SubmitButton></Actions>
      </form>
    </>
  )
}
