import { SilenceNotice } from '@/components/application/silence-notice'
import { Actions } from '@/components/layout/actions'
import { Section } from '@/components/layout/section'
import { More } from '@/components/ui/disclosure'
import { RowLink } from '@/components/ui/row-link'
import { SubmitButton } from '@/components/ui/submit-button'
import { APPEALS } from '@/lib/copy/appeals'
import { SILENCE } from '@/lib/copy/silence'
import { BUTTONS } from '@/lib/copy/steps'
import { recordNaming } from '@/lib/data/applications'
import { paths } from '@/lib/paths'
import { HouseholdSections } from '../household-sections'
import { AskAgainForm } from './ask-again-form'
import { OpenAppealLinks } from './open-appeal-links'
import { StepForm, StepPage } from './step-page'
import type { StepViewProps } from './step-view-props'

/** what the household registry says of student and guardians, to be checked and confirmed; and the ways into. */
export function HouseholdView(props: StepViewProps) {
  const { actor, application } = props
  const guardians = recordNaming(application, actor.idNumber)?.guardians ?? []
  const finding = application.findings.household
  if (finding?.outcome === 'unavailable' || !finding) {
    return (
      <StepPage {...props} step="household" title="户籍登记暂时没有回应" lead={SILENCE.lead} helpOpen>
        <SilenceNotice kept="前面填的都" />
        <AskAgainForm applicationId={application.id} registry="household" step="household" primary />
      </StepPage>
    )
  }
  const found = finding.outcome === 'found'
  return (
    <StepPage
      {...props}
      step="household"
      title={found ? '户籍信息核验' : '没有查到户籍信息'}
      lead={found ? '请逐项核对。判定生源类别时会用到。' : '学生和监护人的户籍都没有查到。户籍在外地的，直接点「确认」接着办。'}
    >
      <HouseholdSections {...props} household={found ? finding.value : null} askedAt={finding.askedAt} />
      <OpenAppealLinks application={application} step="household" />
      <StepForm applicationId={application.id} step="household">
        <Actions><SubmitButton name="answer" value="confirmed" waitingText="正在查询房产">{BUTTONS.confirm}</SubmitButton></Actions>
      </StepForm>
      <AskAgainForm applicationId={application.id} registry="household" step="household" />
      {guardians.length > 1 && (
        <Section near title="单亲或重组家庭">
          <p className="text-sm text-ink-soft">不是这样的家庭，不用点。点了要交材料，审核通过以后才能往下办。</p>
          <div>
            <RowLink href={paths.appeal(application.id, 'single-parent')}>单亲家庭：{APPEALS.SINGLE_PARENT.title}</RowLink>
            <RowLink href={paths.appeal(application.id, 'blended-family')}>重组家庭：{APPEALS.BLENDED_FAMILY.title}</RowLink>
          </div>
        </Section>
      )}
      <More summary="户籍信息不对怎么办">
        <p className="text-sm text-ink-soft">先到派出所更正，再点「重新查询」。更正不了的，请打学校的电话。</p>
      </More>
    </StepPage>
  )
}
