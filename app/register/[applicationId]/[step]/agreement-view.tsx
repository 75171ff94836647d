import { Actions } from '@/components/layout/actions'
import { CheckField } from '@/components/ui/field'
import { Prose } from '@/components/ui/prose'
import { SubmitButton } from '@/components/ui/submit-button'
import { FIELD_WORDS, isFieldCode } from '@/lib/copy/errors'
import { BUTTONS } from '@/lib/copy/steps'
import { StepForm, StepPage } from './step-page'
import type { StepViewProps } from './step-view-props'

/** consent comes before the household is asked for; nothing is ticked beforehand. */
export function AgreementView(props: StepViewProps) {
  const { application, published, fault } = props
  return (
    <StepPage {...props} step="agreement" field="agree" title="隐私保护协议书" lead="同意以后，才会查询学生和监护人的户籍、房产信息。">
      <Prose text={published.agreement} />
      <StepForm applicationId={application.id} step="agreement">
        <input type="hidden" name="version" value={published.agreementVersion} />
        <CheckField name="agree" value="yes" label="我已看完并同意，包括处理学生（不满十四周岁）的个人信息" error={fault && isFieldCode(fault) ? FIELD_WORDS[fault] : undefined} />
        <Actions><SubmitButton waitingText="正在查询户籍">{BUTTONS.confirm}</SubmitButton></Actions>
      </StepForm>
      <p className="text-sm text-ink-soft">不同意的，可以到{published.season.settings.help.desk}办理，效果一样。</p>
    </StepPage>
  )
}
