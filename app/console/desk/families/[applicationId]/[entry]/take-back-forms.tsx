'use client'

import { Actions } from '@/components/layout/actions'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { DESK_BUTTONS } from '@/lib/copy/staff/desk'
import { ENTRY_LIMITS } from '@/lib/domain/form-limits'
import { TypedForm, useTypedForm } from '../../../typed-form'
import { saveRemoval, saveWithdrawal } from './actions'
import type { EntryFormProps, Established } from './entry-form-props'

/** Ends a guardianship that the county established; whom the register names is not the desk's to remove. */
export function RemovalForm({ kept, hidden, guardians }: EntryFormProps) {
  return <TakeBackForm {...useTypedForm(saveRemoval, kept)} hidden={hidden} choices={guardians} name="guardianId" legend="撤销哪一位的监护关系" hint="例如法院判决，复核人要看" />
}

/** Takes back what the county has established wrongly; the family chooses its basis anew. */
export function WithdrawalForm({ kept, hidden, facts }: EntryFormProps) {
  return <TakeBackForm {...useTypedForm(saveWithdrawal, kept)} hidden={hidden} choices={facts} name="establishmentId" legend="撤回哪一项" hint="哪里确认错了，复核人要看" />
}

type Props = Pick<ReturnType<typeof useTypedForm>, 'field' | 'frame'> & Pick<EntryFormProps, 'hidden'> & {
  name: string
  legend: string
  /** what the second officer wants to read as the reason */
  hint: string
  choices: readonly Established[]
}

/** One of what the county established, and why it holds no longer. */
function TakeBackForm({ field, frame, hidden, name, legend, hint, choices }: Props) {
  const { defaultValue, error } = field(name)
  return (
    <TypedForm frame={frame} hidden={hidden}>
      <ChoiceGroup legend={legend} name={name} error={error}>
        {choices.map(({ id, title, text }) => <Choice key={id} name={name} value={id} title={title} text={text} defaultChecked={defaultValue === id} />)}
      </ChoiceGroup>
      <TextField label="理由" hint={hint} rows={3} maxLength={ENTRY_LIMITS.text} {...field('why')} />
      <Actions><SubmitButton waitingText="正在保存">{DESK_BUTTONS.save}</SubmitButton></Actions>
    </TypedForm>
  )
}
