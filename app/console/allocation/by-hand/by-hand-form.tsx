'use client'

import { CheckField, SelectField, TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { BY_HAND, BY_HAND_FIELDS } from '@/lib/copy/staff/by-hand'
import { TypedForm, useTypedForm } from '../../desk/typed-form'
import { propose } from './actions'

type Props = { hidden: { runId: string; applicationId: string; resultId: string }; schools: readonly { value: string; label: string }[] }

/** The first of the two officers: which school, and why, in words that the family reads. */
export function ByHandForm({ hidden, schools }: Props) {
  const { typed, field, frame } = useTypedForm(propose)
  const { defaultValue: _, ...over } = field('overCapacity')
  return (
    <TypedForm frame={frame} hidden={hidden}>
      <SelectField label={BY_HAND_FIELDS.school} placeholder={BY_HAND_FIELDS.choose} options={schools} {...field('schoolCode')} />
      <CheckField label={BY_HAND_FIELDS.overCapacity} value="yes" defaultChecked={typed.overCapacity === 'yes'} {...over} />
      <TextField label={BY_HAND_FIELDS.reason} rows={4} maxLength={500} {...field('reason')} />
      <div><SubmitButton waitingText={BY_HAND.proposing}>{BY_HAND.propose}</SubmitButton></div>
    </TypedForm>
  )
}
