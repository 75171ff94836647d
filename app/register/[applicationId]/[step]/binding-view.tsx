import { redirect } from 'next/navigation'
import { Actions } from '@/components/layout/actions'
import { ButtonLink } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { Source, SummaryList, SummaryRow } from '@/components/ui/summary'
import { grandparentWord, PARENT_WORDS, PROOF_WORDS } from '@/lib/copy/kinship'
import { BUTTONS } from '@/lib/copy/steps'
import { dayAndTime } from '@/lib/copy/time'
import { sexOf } from '@/lib/domain/national-id'
import { maskIdNumber, maskName } from '@/lib/domain/privacy'
import { RELATION_WORDS } from '@/lib/domain/relation'
import { recordNaming } from '@/lib/data/applications'
import { grandparentReference, provedAt, provedGrandparent } from '@/lib/data/grandparents'
import { paths } from '@/lib/paths'
import { StepForm, StepPage } from './step-page'
import type { StepViewProps } from './step-view-props'

/** What was proved, through whom, and 「确认绑定（外）祖父母」; only that press asks for the properties. */
export function BindingView(props: StepViewProps) {
  const { actor, application } = props
  const proved = provedGrandparent(actor, application)
  const through = recordNaming(application, actor.idNumber)?.guardians.find((guardian) => guardian.idNumber === proved?.through)
  if (!proved || !through) redirect(paths.step(application.id, 'grandparent'))
  const at = provedAt(application, proved)
  return (
    <StepPage {...props} step="binding" title="亲属关系已核实" lead="确认是这位老人，再绑定。绑定以后，才会查询老人的房产。">
      <SummaryList>
        <SummaryRow term="老人姓名">{proved.name}</SummaryRow>
        <SummaryRow term="身份证号"><span className="whitespace-nowrap tabular-nums">{maskIdNumber(proved.idNumber)}</span></SummaryRow>
        <SummaryRow term="是孩子的">{grandparentWord(through.relation, proved.idNumber)}</SummaryRow>
        <SummaryRow term="也就是">{RELATION_WORDS[through.relation]}{through.name ?? maskName(null)}的{PARENT_WORDS[sexOf(proved.idNumber)]}</SummaryRow>
      </SummaryList>
      <Source>来源：{PROOF_WORDS[proved.proof]}{at !== null && `，${dayAndTime(at)}`}</Source>
      <StepForm applicationId={application.id} step="binding">
        <input type="hidden" name="grandparent" value={grandparentReference(application.id, proved.idNumber)} />
        <Actions>
          <SubmitButton waitingText="正在查询房产">{BUTTONS.bindGrandparent}</SubmitButton>
          <ButtonLink variant="secondary" href={paths.step(application.id, 'grandparent')}>不是这位，重新填写</ButtonLink>
        </Actions>
      </StepForm>
    </StepPage>
  )
}
