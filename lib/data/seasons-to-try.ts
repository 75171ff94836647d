import 'server-only'
import type { Season } from '@/lib/rules'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { db } from './db'
import { judgeDraft } from './draft-judgement'
import { findSeasonDraft, type SeasonDraft } from './season-drafts'
import { getPublishedSeason } from './seasons'

/** A draft that can be tried, and the season that it would come after: of its own year, or the county's newest one. */
export type SeasonsToTry = { draft: SeasonDraft; season: Season; published: Season | null }

export async function findSeasonsToTry(actor: StaffActor, draftId: string): Promise<Result<SeasonsToTry, { code: 'NOT_FOUND' | 'DRAFT_UNCLEAR' }>> {
  const draft = await findSeasonDraft(db(), actor, draftId)
  if (!draft) return fail({ code: 'NOT_FOUND' })
  const { season } = judgeDraft(draft)
  if (!season) return fail({ code: 'DRAFT_UNCLEAR' })
  const published = (await getPublishedSeason(actor.county, draft.year)) ?? (await getPublishedSeason(actor.county))
  return succeed({ draft, season, published: published?.season ?? null })
}
