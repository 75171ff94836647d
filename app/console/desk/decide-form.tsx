'use client'

import { FieldError, TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { DESK_BUTTONS } from '@/lib/copy/staff/desk'
import { ENTRY_LIMITS } from '@/lib/domain/form-limits'
import type { StaffFormState } from '@/lib/forms/staff-state'
import { TypedForm, useTypedForm } from './typed-form'

type Props = { proposalId: string; post: (state: StaffFormState, form: FormData) => Promise<StaffFormState> }

/** The second officer's word, with a note for colleagues; a refusal needs one. */
export function DecideForm({ proposalId, post }: Props) {
  const { field, frame } = useTypedForm(post)
  const outcome = field('outcome')
  const choice = (value: string, words: string) => <label className="choice"><input type="radio" name={outcome.name} value={value} defaultChecked={outcome.defaultValue === value} /><span>{words}</span></label>
  return (
    <TypedForm frame={frame} hidden={{ proposalId }}>
      <fieldset id={outcome.name} tabIndex={-1} className={outcome.error ? 'field field--error' : 'field'}>
        <legend className="sub">决定</legend>
        {outcome.error && <FieldError id="outcome-error">{outcome.error}</FieldError>}
        <div className="verbs">{choice('approved', '通过')}{choice('refused', '不通过')}</div>
      </fieldset>
      <TextField label="给提出人的话（不通过要写原因）" rows={3} maxLength={ENTRY_LIMITS.text} {...field('note')} />
      <SubmitButton waitingText="正在写入">{DESK_BUTTONS.decide}</SubmitButton>
    </TypedForm>
  )
}
