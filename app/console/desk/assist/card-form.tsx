'use client'

import { CheckField, TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { ASSIST_WORDS } from '@/lib/copy/staff/assist'
import { TypedForm, useTypedForm } from '../typed-form'
import { start } from './actions'

/** Who stands at the desk, as the card says. What was typed stays; the ticks are set anew with each try. */
export function CardForm() {
  const { field, frame } = useTypedForm(start)
  const tick = (name: string) => ({ name, error: field(name).error, value: 'yes', required: true })
  return (
    <TypedForm frame={frame} hidden={{}}>
      <TextField {...field('name')} label="监护人姓名" autoComplete="off" spellCheck={false} required />
      <TextField {...field('idNumber')} label="监护人身份证号" variant="id" required />
      <TextField {...field('phone')} label="手机号" hint="没有手机的空着。用昌通码登录过的，以昌通码里的为准" inputMode="tel" autoComplete="off" />
      <CheckField {...tick('cardChecked')} label={ASSIST_WORDS.card} />
      <CheckField {...tick('present')} label={ASSIST_WORDS.present} />
      <SubmitButton waitingText="正在保存">{ASSIST_WORDS.next}</SubmitButton>
    </TypedForm>
  )
}
