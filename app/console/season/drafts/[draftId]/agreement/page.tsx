import type { Metadata } from 'next'
import { Section } from '@/components/layout/section'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { Prose } from '@/components/ui/prose'
import { DRAFT_TABS } from '@/lib/copy/staff/season-drafts'
import { AGREEMENT, SAVED } from '@/lib/copy/staff/season-publication'
import { textHash } from '@/lib/data/season-tables'
import { getPublishedSeason } from '@/lib/data/seasons'
import { AGREEMENT_FILE } from '@/lib/domain/season-draft'
import { paths } from '@/lib/paths'
import { DraftPage } from '../draft-page'
import { openDraft } from '../open-draft'
import { StandingNotice } from '../standing-notice'
import { AgreementForm } from './agreement-form'

export const metadata: Metadata = { title: DRAFT_TABS.agreement }

type Props = { params: Promise<{ draftId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The privacy agreement beside how families read it; a changed text is consented to anew. */
export default async function AgreementPage({ params, searchParams }: Props) {
  const { actor, draft, judged: { findings } } = await openDraft(params, paths.seasonAgreement)
  const [{ saved }, published] = await Promise.all([searchParams, getPublishedSeason(draft.county, draft.year)])
  const agreement = draft.content.agreement ?? ''
  const seen = textHash(agreement)
  const own = findings.filter(({ file }) => file === AGREEMENT_FILE)
  return (
    <DraftPage actor={actor} draft={draft} current="agreement" findings={findings} lead={!published ? AGREEMENT.first : published.agreementVersion === seen ? AGREEMENT.same : AGREEMENT.changed}>
      <StandingNotice draft={draft} />
      {saved && <Notice kind="ok"><p role="status">{SAVED}</p></Notice>}
      {own.length > 0 && <Notice kind="seal">{own.map(({ message }) => <p key={message}>{message}</p>)}</Notice>}
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <AgreementForm key={seen} draftId={draft.id} seen={seen} agreement={agreement} editing={draft.status === 'editing'} />
        <Section near title={AGREEMENT.preview}>{agreement.trim() === '' ? <Empty>{AGREEMENT.none}</Empty> : <Prose text={agreement} />}</Section>
      </div>
    </DraftPage>
  )
}
