import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ConsoleFrame, Fault } from '@/components/console/console-page'
import { Icon } from '@/components/ui/icon'
import { StatusTag } from '@/components/ui/tag'
import { PAPER_KEYS } from '@/lib/copy/staff/case-file'
import { KIND_WORDS, PROPOSAL_STATUS } from '@/lib/copy/staff/desk'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { openProposal, type OpenedProposal } from '@/lib/commands/open-proposal'
import { countedRecord } from '@/lib/data/applications'
import { maskIdNumber } from '@/lib/domain/privacy'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { DecisionColumn } from './decision-column'
import { DraftPapers } from './draft-papers'
import { FactsColumn } from './facts-column'
import { ScanViewer } from '../../scan-viewer'

export const metadata: Metadata = { title: '复核录入' }

type Props = { params: Promise<{ proposalId: string }>; searchParams: Promise<{ fault?: string | string[] }> }

/** What one officer has entered: a draft with its papers for that officer, what waits for the second one to decide. */
export default async function ProposalPage({ params, searchParams }: Props) {
  const { proposalId } = await params
  const actor = await requireStaff('approveDesk', paths.proposal(proposalId))
  const opened = z.uuid().safeParse(proposalId).success ? await openProposal({ actor, proposalId, now: await requestNow() }) : null
  if (!opened) notFound()
  const { proposal, application } = opened
  const { fault } = await searchParams
  const isDraft = proposal.status === 'draft'
  const status = PROPOSAL_STATUS[proposal.status]
  return (
    <ConsoleFrame actor={actor} current="desk" demonstration={isDemonstration()} keys={isDraft ? [] : PAPER_KEYS}>
      <main id="main" className="flex flex-1 flex-col">
        <div className="case-head">
          <a className="tool" href={paths.desk} aria-label="回到线下窗口" data-key="escape"><Icon name="chevron-left" /></a>
          <h1>{countedRecord(application)?.value.student.name ?? maskIdNumber(application.studentIdNumber)}　{KIND_WORDS[proposal.kind].name}</h1>
          <StatusTag kind={status.tag}>{status.text}</StatusTag>
          <span className="grow" />
          <a className="tool" href={paths.deskFamily(application.id)}>这个家庭</a>
        </div>
        <div className="px-gutter"><Fault code={isSettled(fault, opened) ? undefined : fault} /></div>
        <div className={isDraft ? 'grid flex-1 content-start lg:grid-cols-2' : 'case'}>
          <section className="case-facts" aria-label="录入的内容"><FactsColumn {...opened} /></section>
          {isDraft
            ? <section className="case-decide" aria-label="扫描件"><DraftPapers {...opened} /></section>
            : <><ScanViewer scans={opened.scans} /><section className="case-decide" aria-label="复核"><DecisionColumn actor={actor} opened={opened} /></section></>}
        </div>
      </main>
    </ConsoleFrame>
  )
}

/** The address still says that scans were missing when they have come since, one after the other. */
function isSettled(fault: string | string[] | undefined, { scans }: OpenedProposal): boolean {
  return fault === 'SCANS_MISSING' && scans.length > 0
}
