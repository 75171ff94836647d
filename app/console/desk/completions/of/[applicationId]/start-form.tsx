import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { CheckField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { ASSIST_WORDS, PRESENCE_WORDS } from '@/lib/copy/staff/assist'
import { PRESENCES } from '@/lib/domain/assistance'
import { start } from '../../actions'

/** That the guardian takes part, there or on the phone; the consent comes next. */
export function StartForm({ applicationId }: { applicationId: string }) {
  return (
    <form className="form" action={start}>
      <input type="hidden" name="applicationId" value={applicationId} />
      <ChoiceGroup legend="监护人" name="presence">
        {PRESENCES.map((presence) => <Choice key={presence} name="presence" value={presence} title={PRESENCE_WORDS[presence]} defaultChecked={presence === 'present'} />)}
      </ChoiceGroup>
      <CheckField name="cardChecked" value="yes" label={ASSIST_WORDS.cardOrCall} />
      <SubmitButton waitingText="正在保存">{ASSIST_WORDS.next}</SubmitButton>
    </form>
  )
}
