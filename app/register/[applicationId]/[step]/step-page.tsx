import type { ReactNode } from 'react'
import { Help } from '@/components/layout/help'
import { ManualLink } from '@/components/application/manual-link'
import { Page } from '@/components/layout/page'
import { Notice } from '@/components/ui/notice'
import { ERROR_WORDS, FIELD_SUMMARY, isErrorCode, isFieldCode } from '@/lib/copy/errors'
import { STEP_NAMES } from '@/lib/copy/steps'
import { STAGE, STAGES, stepBefore, type PlainStep } from '@/lib/domain/journey'
import { paths, stepPath } from '@/lib/paths'
import { save } from './actions'
import type { StepViewProps } from './step-view-props'

type StepPageProps = Pick<StepViewProps, 'application' | 'published' | 'fault'> & {
  step: PlainStep
  title: ReactNode
  lead?: ReactNode
  /** the field that a missing answer belongs to */
  field?: string
  help?: string
  firstSchool?: string | null
  helpOpen?: boolean
  wide?: boolean
  children: ReactNode
}

/** The frame of a step: way back, progress, what to mend or what was refused, the question, whom to phone. */
export function StepPage({ application, published, fault, step, title, lead, field, help, firstSchool, helpOpen, wide, children }: StepPageProps) {
  const before = stepBefore(step, application.answers)
  const { schools, settings } = published.season
  const errors = fault && field && isFieldCode(fault) ? [{ field, message: FIELD_SUMMARY[fault] }] : []
  const refused = fault && isErrorCode(fault) ? ERROR_WORDS[fault] : null
  return (
    <Page
      title={title}
      lead={lead}
      back={before ? stepPath(application.id, before) : paths.children}
      steps={{ current: STAGE[step], total: STAGES, name: STEP_NAMES[step] }}
      errors={errors}
      wide={wide}
    >
      {refused && <Notice kind="neutral" title={refused.title}><p role="alert">{refused.text}</p></Notice>}
      {children}
      <ManualLink step={step} basis={application.answers.basis} />
      <Help schools={schools} desk={settings.help.desk} hours={settings.help.hours} lead={help} firstCode={firstSchool} open={helpOpen} />
    </Page>
  )
}

/** A step's form: posts to the one action, with JavaScript on or off. */
export function StepForm({ applicationId, step, children }: { applicationId: string; step: PlainStep; children: ReactNode }) {
  return (
    <form className="form" action={save} noValidate>
      <input type="hidden" name="applicationId" value={applicationId} />
      <input type="hidden" name="step" value={step} />
      {children}
    </form>
  )
}
