import { More } from '@/components/ui/disclosure'
import { SubmitButton } from '@/components/ui/submit-button'
import { APPEAL_BUTTONS } from '@/lib/copy/appeals'
import { APPEAL_SLUGS } from '@/lib/domain/appeals'
import type { Appeal } from '@/lib/data/appeals'
import { withdraw } from './actions'

/** Folded, so that nobody takes an appeal back by a slip of the finger. */
export function WithdrawForm({ appeal, applicationId }: { appeal: Appeal; applicationId: string }) {
  const words = appeal.status === 'waiting' ? APPEAL_BUTTONS.withdraw : APPEAL_BUTTONS.drop
  return (
    <More summary={words}>
      <p className="text-sm text-ink-soft">{appeal.status === 'waiting' ? '撤回以后，区县不再审核。要再申请，得重新填写、重新上传材料。' : '填写的内容和上传的材料会作废。以后要再申请，得重新来过。'}</p>
      <form action={withdraw}>
        <input type="hidden" name="appealId" value={appeal.id} />
        <input type="hidden" name="applicationId" value={applicationId} />
        <input type="hidden" name="slug" value={APPEAL_SLUGS[appeal.kind]} />
        <SubmitButton variant="secondary" waitingText="正在撤回">{words}</SubmitButton>
      </form>
    </More>
  )
}
