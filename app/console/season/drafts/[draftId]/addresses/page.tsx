import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Empty } from '@/components/ui/empty'
import { SEASON_TRIAL_ERRORS } from '@/lib/copy/staff/season-trial'
import { requireStaff } from '@/lib/auth/require-staff'
import { db } from '@/lib/data/db'
import { judgeDraft } from '@/lib/data/draft-judgement'
import { findSeasonDraft } from '@/lib/data/season-drafts'
import { paths } from '@/lib/paths'
import { DraftPage } from '../draft-page'
import { AddressForm } from './address-form'
import { UploadForm } from './upload-form'

export const metadata: Metadata = { title: '试地址' }

type Props = { params: Promise<{ draftId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Where addresses lie by the draft, and where by what is published. */
export default async function AddressesPage({ params, searchParams }: Props) {
  const { draftId } = await params
  const actor = await requireStaff('season', paths.seasonAddresses(draftId))
  const draft = z.uuid().safeParse(draftId).success ? await findSeasonDraft(db(), actor, draftId) : null
  if (!draft) notFound()
  const { season, findings } = judgeDraft(draft)
  return (
    <DraftPage actor={actor} draft={draft} current="addresses" findings={findings} fault={(await searchParams).fault} lead="看一批地址按草稿归哪所学校、凭哪一行，和已发布的比。">
      {season
        ? <><AddressForm draftId={draftId} /><section className="con-part" aria-labelledby="upload"><h2 id="upload" className="sub">整份名单</h2><UploadForm draftId={draftId} /></section></>
        : <Empty title="草稿还试不了">{SEASON_TRIAL_ERRORS.DRAFT_UNCLEAR}</Empty>}
    </DraftPage>
  )
}
