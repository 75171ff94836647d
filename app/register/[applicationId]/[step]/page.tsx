import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { APPEAL_SLUGS, holding } from '@/lib/domain/appeals'
import { furthestStep, mayVisit, STEPS, type PlainStep } from '@/lib/domain/journey'
import { STEP_NAMES } from '@/lib/copy/steps'
import { paths, stepPath } from '@/lib/paths'
import { openDraft } from '../open-draft'
import { STEP_VIEWS } from './step-views'

const plainSteps = STEPS.filter((step): step is PlainStep => step !== 'confirm')
const stepParam = z.enum(plainSteps)

type Props = { params: Promise<{ applicationId: string; step: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const step = stepParam.safeParse((await params).step)
  return { title: step.success ? STEP_NAMES[step.data] : undefined }
}

/** One page serves every plain step: who is asking, what may they see, show it. */
export default async function StepPage({ params, searchParams }: Props) {
  const { applicationId, step: named } = await params
  const step = stepParam.safeParse(named)
  if (!step.success) notFound()
  const draft = await openDraft(applicationId, paths.step(applicationId, step.data))
  const { answers, held, appeals } = draft.application
  if (!mayVisit(step.data, answers, held)) redirect(stepPath(applicationId, furthestStep(answers, held)))
  // What a waiting appeal is about is not asked again meanwhile: its own page says how it stands.
  const holder = step.data === held ? holding(appeals) : null
  if (holder) redirect(paths.appeal(applicationId, APPEAL_SLUGS[holder.kind]))
  const { fault } = await searchParams
  const View = STEP_VIEWS[step.data]
  return <View {...draft} fault={typeof fault === 'string' ? fault : null} />
}
