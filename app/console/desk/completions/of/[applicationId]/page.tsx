import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ConsolePage } from '@/components/console/console-page'
import { Section } from '@/components/layout/section'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { openCompletion } from '@/lib/commands/open-completion'
import { COMPLETION_WORDS, ENDING_WORDS } from '@/lib/copy/staff/assist'
import { db } from '@/lib/data/db'
import { findWaitingEnding } from '@/lib/data/endings'
import { hasRight } from '@/lib/domain/staff'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { EndingForm } from './ending-form'
import { LeftFacts } from './left-facts'
import { StartForm } from './start-form'
import { WaitingEnding } from './waiting-ending'

export const metadata: Metadata = { title: COMPLETION_WORDS.title }

type Props = { params: Promise<{ applicationId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/**
 * A registration that the close left open: whose it is, what it could be completed on, as of when it is judged. An officer
 * completes it with its guardian, or two officers end what cannot be completed.
 */
export default async function CompletionPage({ params, searchParams }: Props) {
  const { applicationId } = await params
  const actor = await requireStaff('approveDesk', paths.completion(applicationId))
  const now = await requestNow()
  const open = z.uuid().safeParse(applicationId).success ? await openCompletion({ actor, applicationId, now }) : null
  if (!open) notFound()
  const { application, child, proposal, because } = open
  const ending = await findWaitingEnding(db(), application)
  const acts = hasRight(actor.role, 'desk') && proposal?.status !== 'waiting'
  return (
    <ConsolePage
      actor={actor} current="desk" demonstration={isDemonstration()} title={`${COMPLETION_WORDS.title}：${child}`} lead={COMPLETION_WORDS.because[because]} fault={(await searchParams).fault}
      back={{ href: paths.completions, to: '截止后办结' }} action={<a className="tool" href={paths.deskFamily(applicationId)}>这个家庭</a>}
    >
      <div className="lookup">
        <div className="max-w-form [&>*+*]:mt-6">
          {proposal?.status === 'refused' && <Notice title={proposal.kind === 'ending' ? ENDING_WORDS.refused : '上一次没有通过'}><p>{proposal.note}</p></Notice>}
          {proposal?.status === 'waiting' && proposal.kind === 'completion' && <Notice title={COMPLETION_WORDS.waiting}><p><a className="tool" href={paths.completionProposal(proposal.id)}>去复核</a></p></Notice>}
          {ending && <WaitingEnding actor={actor} ending={ending} />}
          {acts && <StartForm applicationId={applicationId} />}
          {acts && because !== 'approved' && <div className="flex"><ButtonLink variant="secondary" href={paths.deskFamily(applicationId)} small={COMPLETION_WORDS.enterWhy}>{COMPLETION_WORDS.enter}</ButtonLink></div>}
          {acts && <Section near title={ENDING_WORDS.title}><EndingForm applicationId={applicationId} /></Section>}
        </div>
        <aside className="lookup-side" aria-label="这份登记"><LeftFacts open={open} /></aside>
      </div>
    </ConsolePage>
  )
}
