import 'server-only'
import type { Season } from '@/lib/rules'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { db } from './db'
import { findVersionContent, type VersionContent } from './draft-contents'
import { judgeDraft } from './draft-judgement'
import { findSeasonDraft, type SeasonDraft } from './season-drafts'
import { getSeasonVersion, type PublishedSeason } from './seasons'

/** A draft that can be tried, and the season that it would come after. */
export type SeasonsToTry = { draft: SeasonDraft; season: Season; published: Season | null }

export async function findSeasonsToTry(actor: StaffActor, draftId: string): Promise<Result<SeasonsToTry, { code: 'NOT_FOUND' | 'DRAFT_UNCLEAR' }>> {
  const draft = await findSeasonDraft(db(), actor, draftId)
  if (!draft) return fail({ code: 'NOT_FOUND' })
  const { season } = judgeDraft(draft)
  if (!season) return fail({ code: 'DRAFT_UNCLEAR' })
  const published = await publishedBefore(actor.county, draft.year)
  return succeed({ draft, season, published: published?.season ?? null })
}

/** The published version that a draft would come after, as it could be edited; null where the county has none. */
export async function findVersionBefore(actor: Pick<StaffActor, 'county'>, { year }: Pick<SeasonDraft, 'year'>): Promise<VersionContent | null> {
  const published = await publishedBefore(actor.county, year)
  return published && findVersionContent(db(), actor, { id: published.versionId })
}

/** The newest version of its own year, or of the last one before that has any. */
async function publishedBefore(county: string, year: number): Promise<PublishedSeason | null> {
  const version = await db().seasonVersion.findFirst({ where: { season: { county, year: { lte: year } } }, select: { id: true }, orderBy: [{ season: { year: 'desc' } }, { number: 'desc' }] })
  return version && getSeasonVersion(version.id)
}
