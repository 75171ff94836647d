import type { Metadata } from 'next'
import { Section } from '@/components/layout/section'
import { ButtonLink, SubmitButton } from '@/components/ui/button'
import { DRAFT_TABS } from '@/lib/copy/staff/season-drafts'
import { PUBLISH } from '@/lib/copy/staff/season-publication'
import { db } from '@/lib/data/db'
import { listSeasonProposals } from '@/lib/data/season-proposals'
import { readPublication } from '@/lib/data/season-publication'
import { paths } from '@/lib/paths'
import { PublicationSummary } from '../../../publication-summary'
import { DraftPage } from '../draft-page'
import { FindingList } from '../finding-list'
import { GivenBack } from '../given-back'
import { openDraft } from '../open-draft'
import { StandingNotice } from '../standing-notice'
import { propose } from './actions'

export const metadata: Metadata = { title: DRAFT_TABS.publish }

type Props = { params: Promise<{ draftId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What the second administrator would decide on: what is found, what changes, and the button that lays it before them. */
export default async function PublishPage({ params, searchParams }: Props) {
  const { actor, draft } = await openDraft(params, paths.seasonPublish)
  const [{ fault }, publication, waiting] = await Promise.all([searchParams, readPublication(db(), draft), listSeasonProposals(actor, { kinds: ['publish-season'], waiting: true, year: draft.year })])
  const proposal = waiting.find(({ subjectId }) => subjectId === draft.id)
  const { findings } = publication
  return (
    <DraftPage actor={actor} draft={draft} current="publish" findings={findings} fault={fault} lead={PUBLISH.lead}>
      <StandingNotice draft={draft} />
      <GivenBack actor={actor} draft={draft} />
      {proposal && <div className="flex"><ButtonLink variant="secondary" href={paths.seasonProposal(proposal.id)}>去看提请</ButtonLink></div>}
      {draft.status !== 'published' && <PublicationSummary draft={draft} publication={publication} />}
      {findings.length > 0 && <Section near title="问题"><FindingList draft={draft} findings={findings} /></Section>}
      {draft.status === 'editing' && publication.publishable && (
        <form action={propose} className="grid max-w-form gap-3">
          <input type="hidden" name="draftId" value={draft.id} />
          <input type="hidden" name="revision" value={draft.revision} />
          {publication.overClose !== null && <label className="check"><input type="checkbox" name="overClose" value={publication.overClose} /><span>{PUBLISH.confirm}</span></label>}
          <div className="flex"><SubmitButton waitingText="正在提请">{PUBLISH.propose}</SubmitButton></div>
        </form>
      )}
    </DraftPage>
  )
}
