'use client'

import type { ReactNode } from 'react'
import { Actions } from '@/components/layout/actions'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { COMPLAINT_WORDS, OBJECTION } from '@/lib/copy/objections'
import { TypedForm, useTypedForm } from '../../typed-form'
import { send } from './actions'

type Props = { applicationId: string; /** which result the family has read */ resultId: string; /** what an objection can and cannot change: it stands under what has to be mended */ children: ReactNode }

/** What is wrong, and why. */
export function ObjectionForm({ applicationId, resultId, children }: Props) {
  const { field, frame } = useTypedForm('objection', send)
  const { defaultValue: chosen, ...complaint } = field('complaint')
  return (
    <TypedForm frame={frame} hidden={{ applicationId, resultId }} before={children}>
      <ChoiceGroup legend={OBJECTION.what} {...complaint}>
        {Object.entries(COMPLAINT_WORDS).map(([value, words]) => <Choice key={value} name={complaint.name} value={value} defaultChecked={chosen === value} {...words} />)}
      </ChoiceGroup>
      <TextField label={OBJECTION.text} hint={OBJECTION.textHint} rows={6} maxLength={1000} autoComplete="off" {...field('text')} />
      <p className="text-sm text-ink-soft">{OBJECTION.papers}</p>
      <Actions><SubmitButton waitingText={OBJECTION.sending}>{OBJECTION.send}</SubmitButton></Actions>
    </TypedForm>
  )
}
