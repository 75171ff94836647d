import { redirect } from 'next/navigation'
import { furthestStep } from '@/lib/domain/journey'
import { paths, stepPath } from '@/lib/paths'
import { openDraft } from './open-draft'

type Props = { params: Promise<{ applicationId: string }> }

/** Leads to where this registration stands: computed from its answers, on whichever phone one comes back. */
export default async function ResumePage({ params }: Props) {
  const { applicationId } = await params
  const { application } = await openDraft(applicationId, paths.application(applicationId))
  redirect(stepPath(application.id, furthestStep(application.answers, application.held)))
}
