import { Actions } from '@/components/layout/actions'
import { CheckField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { APPEAL_BUTTONS, TRUTHFUL_SENTENCE } from '@/lib/copy/appeals'
import { FIELD_WORDS } from '@/lib/copy/errors'
import { APPEAL_SLUGS } from '@/lib/domain/appeals'
import type { Appeal } from '@/lib/data/appeals'
import { send } from './actions'

/** 「提交审核」, at the very bottom. */
export function SendForm({ appeal, applicationId, fault }: { appeal: Appeal; applicationId: string; fault: string | null }) {
  return (
    <form className="form" action={send} noValidate>
      <input type="hidden" name="appealId" value={appeal.id} />
      <input type="hidden" name="applicationId" value={applicationId} />
      <input type="hidden" name="slug" value={APPEAL_SLUGS[appeal.kind]} />
      <CheckField name="truthful" value="yes" label={TRUTHFUL_SENTENCE} error={fault === 'truthful-missing' ? FIELD_WORDS[fault] : undefined} />
      <Actions><SubmitButton waitingText="正在提交">{appeal.status === 'refused' ? APPEAL_BUTTONS.sendAgain : APPEAL_BUTTONS.send}</SubmitButton></Actions>
    </form>
  )
}
