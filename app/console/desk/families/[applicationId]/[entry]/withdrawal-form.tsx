'use client'

import { Actions } from '@/components/layout/actions'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { DESK_BUTTONS } from '@/lib/copy/staff/desk'
import { ENTRY_LIMITS } from '@/lib/domain/form-limits'
import { TypedForm, useTypedForm } from '../../../typed-form'
import { saveWithdrawal } from './actions'
import type { EntryFormProps } from './entry-form-props'

/** Takes back what the county has established wrongly; the family chooses its basis anew. */
export function WithdrawalForm({ kept, hidden, facts }: EntryFormProps) {
  const { field, frame } = useTypedForm(saveWithdrawal, kept)
  const fact = field('establishmentId')
  return (
    <TypedForm frame={frame} hidden={hidden}>
      <ChoiceGroup legend="撤回哪一项" name={fact.name} error={fact.error}>
        {facts.map((one) => <Choice key={one.establishmentId} name={fact.name} value={one.establishmentId} title={one.title} text={one.text} defaultChecked={fact.defaultValue === one.establishmentId} />)}
      </ChoiceGroup>
      <TextField label="理由" hint="哪里确认错了，复核人要看" rows={3} maxLength={ENTRY_LIMITS.text} {...field('why')} />
      <Actions><SubmitButton waitingText="正在保存">{DESK_BUTTONS.save}</SubmitButton></Actions>
    </TypedForm>
  )
}
