import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ConsoleFrame } from '@/components/console/console-page'
import { Icon } from '@/components/ui/icon'
import { StatusTag } from '@/components/ui/tag'
import { WhyChain } from '@/components/ui/why'
import { requireStaff } from '@/lib/auth/require-staff'
import { openProposedCompletion } from '@/lib/commands/open-proposed-completion'
import { judgedWords } from '@/lib/copy/assisted'
import { explain } from '@/lib/copy/reasons'
import { COMPLETION_WORDS } from '@/lib/copy/staff/assist'
import { PROPOSAL_STATUS } from '@/lib/copy/staff/desk'
import { PAPER_KEYS } from '@/lib/copy/staff/case-file'
import { dayAndTime } from '@/lib/copy/time'
import { db } from '@/lib/data/db'
import { listConsentScans } from '@/lib/data/desk-scans'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { ScanViewer } from '../../scan-viewer'
import { DecisionColumn } from './decision-column'
import { ShownFacts } from './shown-facts'

export const metadata: Metadata = { title: COMPLETION_WORDS.title }

type Props = { params: Promise<{ proposalId: string }> }

/** What a colleague has completed with the guardian, what comes of it and why, and the signed consent; the second officer decides. */
export default async function ProposedCompletionPage({ params }: Props) {
  const { proposalId } = await params
  const actor = await requireStaff('approveDesk', paths.completionProposal(proposalId))
  const found = z.uuid().safeParse(proposalId).success ? await openProposedCompletion({ actor, proposalId }) : null
  if (!found) notFound()
  const { proposal, content, guardian, published, confirmation, isCurrent } = found
  const scans = await listConsentScans(db(), content.assistanceId)
  const status = PROPOSAL_STATUS[proposal.status]
  return (
    <ConsoleFrame actor={actor} current="desk" demonstration={isDemonstration()} keys={PAPER_KEYS}>
      <main id="main" className="flex flex-1 flex-col">
        <div className="case-head">
          <a className="tool" href={paths.completions} aria-label="回到截止后办结" data-key="escape"><Icon name="chevron-left" /></a>
          <h1>{content.shown.student.name}　{COMPLETION_WORDS.title}</h1>
          <StatusTag kind={status.tag}>{status.text}</StatusTag>
          <span className="text-sm text-ink-soft">{guardian.assisted.officer} {dayAndTime(proposal.proposedAt)} 办理，{judgedWords(content.judgedAt)}</span>
        </div>
        <div className="case">
          <section className="case-facts" aria-label="登记内容">
            <ShownFacts shown={content.shown} />
            {confirmation && isCurrent && (
              <>
                <h2 className="sub">判定的理由</h2>
                <WhyChain items={explain({ ...confirmation, season: published.season }, 'staff')} />
              </>
            )}
          </section>
          <ScanViewer scans={scans} />
          <section className="case-decide" aria-label="复核"><DecisionColumn actor={actor} found={found} /></section>
        </div>
      </main>
    </ConsoleFrame>
  )
}
