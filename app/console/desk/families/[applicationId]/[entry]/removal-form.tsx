'use client'

import { Actions } from '@/components/layout/actions'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { DESK_BUTTONS } from '@/lib/copy/staff/desk'
import { ENTRY_LIMITS } from '@/lib/domain/form-limits'
import { TypedForm, useTypedForm } from '../../../typed-form'
import { saveRemoval } from './actions'
import type { EntryFormProps } from './entry-form-props'

/** Ends a guardianship that the county established; whom the register names is not the desk's to remove. */
export function RemovalForm({ kept, hidden, guardians }: EntryFormProps) {
  const { field, frame } = useTypedForm(saveRemoval, kept)
  const guardian = field('guardianId')
  return (
    <TypedForm frame={frame} hidden={hidden}>
      <ChoiceGroup legend="撤销哪一位的监护关系" name={guardian.name} error={guardian.error}>
        {guardians.map((one) => <Choice key={one.guardianId} name={guardian.name} value={one.guardianId} title={one.title} text={one.text} defaultChecked={guardian.defaultValue === one.guardianId} />)}
      </ChoiceGroup>
      <TextField label="理由" hint="例如法院判决，复核人要看" rows={3} maxLength={ENTRY_LIMITS.text} {...field('why')} />
      <Actions><SubmitButton waitingText="正在保存">{DESK_BUTTONS.save}</SubmitButton></Actions>
    </TypedForm>
  )
}
