import { notFound } from 'next/navigation'
import { requireStaff } from '@/lib/auth/require-staff'
import { draftId } from '@/lib/domain/season-draft'
import { db } from '@/lib/data/db'
import { judgeDraft } from '@/lib/data/draft-judgement'
import { findSeasonDraft } from '@/lib/data/season-drafts'

export type DraftProps = { params: Promise<{ draftId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The draft that a page is about, for those who try it; another county's is not there. @param page where to come back to after a sign-in */
export async function openDraft(params: DraftProps['params'], page: (id: string) => string) {
  const asked = draftId.safeParse(await params)
  if (!asked.success) notFound()
  const actor = await requireStaff('season', page(asked.data.draftId))
  const draft = await findSeasonDraft(db(), actor, asked.data.draftId)
  if (!draft) notFound()
  return { actor, draft, judged: judgeDraft(draft) }
}
