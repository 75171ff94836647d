import { Actions } from '@/components/layout/actions'
import { More } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { BUTTONS } from '@/lib/copy/steps'
import { HouseholdSections } from '../household-sections'
import { AskAgainForm } from './ask-again-form'
import { StepForm, StepPage } from './step-page'
import type { StepViewProps } from './step-view-props'

/** what the household registry says of student and guardians, to be checked and confirmed. */
export function HouseholdView(props: StepViewProps) {
  const { application, published } = props
  const finding = application.findings.household
  const desk = published.season.settings.help.desk
  if (finding?.outcome === 'unavailable' || !finding) {
    return (
      <StepPage {...props} step="household" title="户籍登记暂时没有回应" lead="不是您的问题，也不影响报名。" helpOpen>
        <Notice kind="info" title="接下来会怎样">
          <p>前面填的都已保存。过几分钟点「重新查询」就能继续；也可以先离开，换个时间从「我的孩子」进来接着办。</p>
        </Notice>
        <AskAgainForm applicationId={application.id} registry="household" step="household" primary />
      </StepPage>
    )
  }
  if (finding.outcome === 'not-found') {
    return (
      <StepPage {...props} step="household" title="没有查到户籍信息" lead="学生和监护人的户籍都没有查到。" helpOpen>
        <p>请带户口本到{desk}核验，核验后这里会显示，可以接着办理。</p>
        <AskAgainForm applicationId={application.id} registry="household" step="household" primary />
      </StepPage>
    )
  }
  return (
    <StepPage {...props} step="household" title="户籍信息核验" lead="请逐项核对。判定生源类别时会用到。">
      <HouseholdSections {...props} household={finding.value} askedAt={finding.askedAt} />
      <StepForm applicationId={application.id} step="household">
        <Actions><SubmitButton name="answer" value="confirmed" waitingText="正在查询房产">{BUTTONS.confirm}</SubmitButton></Actions>
      </StepForm>
      <AskAgainForm applicationId={application.id} registry="household" step="household" />
      <More summary="信息不对，或是单亲、重组家庭">
        <p className="text-sm text-ink-soft">户籍有误的，先到派出所更正，再点「重新查询」。单亲家庭要删除一位监护人、重组家庭要选择一位监护人的，请带材料到{desk}办理，已经填的都会保留。</p>
      </More>
    </StepPage>
  )
}
