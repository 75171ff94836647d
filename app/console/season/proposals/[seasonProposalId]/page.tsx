import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ConsolePage } from '@/components/console/console-page'
import { Section } from '@/components/layout/section'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { StatusTag } from '@/components/ui/tag'
import { PROPOSAL_KINDS, PROPOSAL_STANDINGS, SEASON_DONE } from '@/lib/copy/staff/season-publication'
import { dayAndTime, lastMinute } from '@/lib/copy/time'
import { requireStaff } from '@/lib/auth/require-staff'
import { countyProposalPress } from '@/lib/domain/county-proposals'
import { db } from '@/lib/data/db'
import type { SeasonDraft } from '@/lib/data/season-drafts'
import { findSeasonProposal } from '@/lib/data/season-proposals'
import { readPublication } from '@/lib/data/season-publication'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { FindingList } from '../../drafts/[draftId]/finding-list'
import { PublicationSummary } from '../../publication-summary'
import { Decision } from './decision'

export const metadata: Metadata = { title: '管理员的提请' }

type Props = { params: Promise<{ seasonProposalId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What one administrator proposes for the whole county, before the one who decides. */
export default async function SeasonProposalPage({ params, searchParams }: Props) {
  const asked = countyProposalPress.safeParse({ proposalId: (await params).seasonProposalId })
  const actor = await requireStaff('season', asked.success ? paths.seasonProposal(asked.data.proposalId) : paths.season)
  const found = asked.success ? await findSeasonProposal(actor, asked.data.proposalId) : null
  if (!found) notFound()
  const { proposal, subject } = found
  const { fault, done } = await searchParams
  const standing = PROPOSAL_STANDINGS[proposal.status]
  const waits = proposal.status === 'waiting'
  const publication = subject.kind === 'publish-season' && waits ? await readPublication(db(), subject.draft) : null
  return (
    <ConsolePage
      actor={actor} current="season" demonstration={isDemonstration()} fault={fault} title={`${PROPOSAL_KINDS[proposal.kind]}，${proposal.year} 年`}
      lead={`${proposal.proposedBy} ${dayAndTime(proposal.proposedAt)} 提出。`} back={{ href: paths.season, to: '招生方案' }} action={<StatusTag kind={standing.tag}>{standing.text}</StatusTag>}
    >
      {done === 'proposed' && waits && <Notice kind="ok"><p role="status">{SEASON_DONE.proposed}</p></Notice>}
      {subject.kind === 'publish-season' && <Ways draft={subject.draft} />}
      {subject.kind === 'publish-season' && publication && (
        <>
          <PublicationSummary draft={subject.draft} publication={publication} />
          {publication.findings.length > 0 && <Section near title="问题"><FindingList draft={subject.draft} findings={publication.findings} /></Section>}
        </>
      )}
      {subject.kind === 'extend-window' && (
        <dl className="facts max-w-form">
          <div><dt>现在的截止</dt><dd>{lastMinute(subject.from)}</dd></div>
          <div><dt>延长到</dt><dd><b>{lastMinute(subject.closesAt)}</b></dd></div>
          <div><dt>原因</dt><dd>{subject.reason}</dd></div>
        </dl>
      )}
      <Decision proposal={proposal} own={proposal.proposedById === actor.staffId} possible={publication === null || publication.publishable !== null} />
    </ConsolePage>
  )
}

/** Everything that is decided on can be looked at. */
function Ways({ draft: { id } }: { draft: SeasonDraft }) {
  return (
    <div className="flex flex-wrap gap-3">
      <ButtonLink variant="secondary" href={paths.seasonDraft(id)}>看整份草稿</ButtonLink>
      <ButtonLink variant="secondary" href={paths.seasonWhatIf(id)}>看试算</ButtonLink>
    </div>
  )
}
