'use client'

import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { AGREEMENT } from '@/lib/copy/staff/season-publication'
import { TypedForm, useTypedForm } from '../../../../desk/typed-form'
import { save } from './actions'

type Props = { draftId: string; seen: string; agreement: string; editing: boolean }

/** The text as it is kept. */
export function AgreementForm({ draftId, seen, agreement, editing }: Props) {
  const { field, frame } = useTypedForm(save, { agreement })
  return (
    <TypedForm frame={frame} hidden={{ draftId, seen }}>
      <fieldset disabled={!editing}><TextField label={AGREEMENT.field} hint={AGREEMENT.hint} rows={26} {...field('agreement')} spellCheck={false} /></fieldset>
      {editing && <div className="case-send justify-items-start"><SubmitButton hotKey="s" waitingText="正在保存">保存</SubmitButton></div>}
    </TypedForm>
  )
}
