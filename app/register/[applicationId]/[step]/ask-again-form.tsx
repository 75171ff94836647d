import { Actions } from '@/components/layout/actions'
import { SubmitButton } from '@/components/ui/submit-button'
import { BUTTONS } from '@/lib/copy/steps'
import type { RefreshedRegistry, RefreshStep } from '@/lib/domain/answers'
import { refresh } from './actions'

type Props = { applicationId: string; registry: RefreshedRegistry; step: RefreshStep; primary?: boolean }

/** 「重新查询」: asks the registry once more and comes back to this page. */
export function AskAgainForm({ applicationId, registry, step, primary }: Props) {
  return (
    <form action={refresh}>
      <input type="hidden" name="applicationId" value={applicationId} />
      <input type="hidden" name="registry" value={registry} />
      <input type="hidden" name="step" value={step} />
      <Actions><SubmitButton variant={primary ? 'primary' : 'secondary'} waitingText="正在查询">{BUTTONS.askAgain}</SubmitButton></Actions>
    </form>
  )
}
