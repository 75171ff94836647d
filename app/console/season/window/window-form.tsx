'use client'

import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { WINDOW } from '@/lib/copy/staff/season-publication'
import { TypedForm, useTypedForm } from '../../desk/typed-form'
import { propose } from './actions'

/** A later close, and why. @param closesAt the one that stands, as the field writes it */
export function WindowForm({ closesAt }: { closesAt: string }) {
  const { field, frame } = useTypedForm(propose, { closesAt })
  return (
    <TypedForm frame={frame} hidden={{}}>
      <TextField label={WINDOW.closesAt} hint={WINDOW.closesAtHint} type="datetime-local" {...field('closesAt')} />
      <TextField label={WINDOW.reason} hint={WINDOW.reasonHint} rows={3} maxLength={200} {...field('reason')} />
      <SubmitButton waitingText="正在提请">{WINDOW.propose}</SubmitButton>
    </TypedForm>
  )
}
