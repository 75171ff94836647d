'use client'

import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { ENDING_WORDS } from '@/lib/copy/staff/assist'
import { ENTRY_LIMITS } from '@/lib/domain/form-limits'
import { TypedForm, useTypedForm } from '../../../typed-form'
import { proposeEnd } from '../../actions'

/** The first of two officers: it cannot be completed, and why, in words that the family will read. */
export function EndingForm({ applicationId }: { applicationId: string }) {
  const { field, frame } = useTypedForm(proposeEnd)
  return (
    <TypedForm frame={frame} hidden={{ applicationId }}>
      <TextField label={ENDING_WORDS.reason} hint={ENDING_WORDS.hint} rows={3} maxLength={ENTRY_LIMITS.text} {...field('reason')} />
      <SubmitButton variant="secondary" waitingText="正在提交">{ENDING_WORDS.propose}</SubmitButton>
    </TypedForm>
  )
}
