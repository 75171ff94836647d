'use client'

import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { CheckField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { ASSIST_WORDS, PRESENCE_WORDS } from '@/lib/copy/staff/assist'
import { TypedForm, useTypedForm } from '../../../typed-form'
import { start } from '../../actions'

// Here and not from its module: that one has the schemas with it.
const PRESENCES = ['present', 'phone'] as const satisfies readonly (keyof typeof PRESENCE_WORDS)[]

/** That the guardian takes part, there or on the phone; the consent comes next. The tick is set anew with each try. */
export function StartForm({ applicationId }: { applicationId: string }) {
  const { field, frame } = useTypedForm(start, { presence: 'present' })
  const presence = field('presence')
  return (
    <TypedForm frame={frame} hidden={{ applicationId }}>
      <ChoiceGroup legend="监护人" name={presence.name} error={presence.error}>
        {PRESENCES.map((one) => <Choice key={one} name={presence.name} value={one} title={PRESENCE_WORDS[one]} defaultChecked={presence.defaultValue === one} />)}
      </ChoiceGroup>
      <CheckField name="cardChecked" value="yes" label={ASSIST_WORDS.cardOrCall} error={field('cardChecked').error} required />
      <SubmitButton waitingText="正在保存">{ASSIST_WORDS.next}</SubmitButton>
    </TypedForm>
  )
}
