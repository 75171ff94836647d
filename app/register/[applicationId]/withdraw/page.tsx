import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { Actions } from '@/components/layout/actions'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { requestNow, requireGuardian } from '@/lib/auth/require-guardian'
import { WITHDRAWING } from '@/lib/copy/standing'
import { seasonPhase } from '@/lib/domain/season-phase'
import { childAs, findApplication } from '@/lib/data/applications'
import { getPublishedSeason } from '@/lib/data/seasons'
import { paths } from '@/lib/paths'
import { withdraw } from './actions'

export const metadata: Metadata = { title: '作废这份登记' }

type Props = { params: Promise<{ applicationId: string }> }

/** Asks once more before a draft is discarded; open or closed season alike. */
export default async function WithdrawPage({ params }: Props) {
  const { applicationId } = await params
  const actor = await requireGuardian(paths.withdraw(applicationId))
  const application = z.uuid().safeParse(applicationId).success ? await findApplication(actor, applicationId) : null
  if (!application) notFound()
  if (application.status !== 'draft') redirect(application.status === 'withdrawn' ? paths.children : paths.done(applicationId))
  const [published, now] = await Promise.all([getPublishedSeason(application.county, application.year), requestNow()])
  const phase = published ? seasonPhase(published.season.settings, now.season) : 'after'
  const isReviewed = application.appeals.some((appeal) => appeal.status === 'waiting' || appeal.status === 'approved')
  return (
    <Page title="作废这份登记？" lead={`${childAs(application, actor.idNumber)}，还没有提交。`} back={paths.children}>
      <Notice kind="seal" title="已经填的会作废"><p>{WITHDRAWING[phase]}{isReviewed && WITHDRAWING.reviewed}已经提交的其他孩子不受影响。</p></Notice>
      <form action={withdraw}>
        <input type="hidden" name="applicationId" value={applicationId} />
        <Actions>
          <SubmitButton variant={phase === 'open' ? 'primary' : 'seal'} waitingText="正在作废">作废这份登记</SubmitButton>
          <ButtonLink variant="secondary" href={paths.children}>不作废，回到我的孩子</ButtonLink>
        </Actions>
      </form>
    </Page>
  )
}
