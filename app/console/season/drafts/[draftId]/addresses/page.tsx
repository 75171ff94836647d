import type { Metadata } from 'next'
import { Empty } from '@/components/ui/empty'
import { SEASON_TRIAL_ERRORS } from '@/lib/copy/staff/season-trial'
import { paths } from '@/lib/paths'
import { DraftPage } from '../draft-page'
import { openDraft, type DraftProps } from '../open-draft'
import { AddressForm } from './address-form'
import { UploadForm } from './upload-form'

export const metadata: Metadata = { title: '试地址' }

/** Where addresses lie by the draft, and where by what is published. */
export default async function AddressesPage({ params, searchParams }: DraftProps) {
  const { actor, draft, judged: { season, findings } } = await openDraft(params, paths.seasonAddresses)
  return (
    <DraftPage actor={actor} draft={draft} current="addresses" findings={findings} fault={(await searchParams).fault} lead="看一批地址按草稿归哪所学校、凭哪一行，和已发布的比。">
      {season
        ? <><AddressForm draftId={draft.id} /><section className="con-part" aria-labelledby="upload"><h2 id="upload" className="sub">整份名单</h2><UploadForm draftId={draft.id} /></section></>
        : <Empty title="草稿还试不了">{SEASON_TRIAL_ERRORS.DRAFT_UNCLEAR}</Empty>}
    </DraftPage>
  )
}
