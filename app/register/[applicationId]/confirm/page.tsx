import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { ManualLink } from '@/components/application/manual-link'
import { SentBack } from '@/components/application/sent-back'
import { Help } from '@/components/layout/help'
import { Page } from '@/components/layout/page'
import { Section } from '@/components/layout/section'
import { Source } from '@/components/ui/summary'
import { WhyChain } from '@/components/ui/why'
import { FIELD_SUMMARY, isFieldCode } from '@/lib/copy/errors'
import { explain } from '@/lib/copy/reasons'
import { dataSource } from '@/lib/copy/season'
import { STEP_NAMES } from '@/lib/copy/steps'
import { STAGE, STAGES, stepBefore } from '@/lib/domain/journey'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { findReturnReason } from '@/lib/data/returns'
import { paths, READING_HEADER, stepPath } from '@/lib/paths'
import { openDraft } from '../open-draft'
import { FaultNotice } from './fault-notice'
import { Registered } from './registered'
import { Refusals, SubmitSection, ZoneSchool } from './submit-section'

export const metadata: Metadata = { title: STEP_NAMES.confirm }

type Props = { params: Promise<{ applicationId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Source category, pre-allocation and why; then fifteen seconds, then 「提交入学信息」. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const { applicationId } = await params
  const draft = await openDraft(applicationId, paths.confirm(applicationId))
  const read = (await headers()).get(READING_HEADER) === 'yes'
  const served = await serveConfirmation({ actor: draft.actor, applicationId, now: draft.now, read })
  if (!served.ok) redirect(served.failure.code === 'NOT_REACHED' ? stepPath(applicationId, served.failure.furthest) : paths.children)
  const { application, published, confirmation, readingLeftMs } = served.value
  const { determination } = confirmation
  const { settings, schools } = published.season
  const { fault } = await searchParams
  const refusals = determination.refusals.filter((refusal) => refusal.code !== 'SCHOOL_CHOICE_REQUIRED')
  const [first] = determination.placement.schools
  const reason = await findReturnReason(application)
  // The selection box stands far down: what is missing is said where the page begins.
  const errors = typeof fault === 'string' && isFieldCode(fault) ? [{ field: 'school', message: FIELD_SUMMARY[fault] }] : []
  return (
    <Page title="确认入学登记信息" back={stepPath(applicationId, stepBefore('confirm', application.answers) ?? 'record')} steps={{ current: STAGE.confirm, total: STAGES, name: STEP_NAMES.confirm }} errors={errors}>
      <FaultNotice fault={fault} readingLeftMs={readingLeftMs} />
      {reason && <SentBack reason={reason} closesAt={settings.closesAt} />}
      <Registered {...draft} application={application} confirmation={confirmation} />
      <Section title="为什么是这个结果">
        <WhyChain items={explain({ ...confirmation, season: published.season })} />
        <Source>{dataSource(settings, published.number)}</Source>
      </Section>
      <ZoneSchool applicationId={applicationId} confirmation={confirmation} fault={fault} schools={schools} />
      {refusals.length > 0
        ? <Refusals codes={refusals.map((refusal) => refusal.code)} answers={application.answers} applicationId={applicationId} />
        : <SubmitSection applicationId={applicationId} answers={application.answers} confirmation={confirmation} readingLeftMs={readingLeftMs} settings={settings} />}
      <ManualLink step={{ confirms: confirmation.shown.basis }} />
      <Help schools={schools} firstCode={first ?? null} desk={settings.help.desk} hours={settings.help.hours} lead="对类别或学校有疑问，先问这所学校，再提交。" open={refusals.length > 0} />
    </Page>
  )
}
