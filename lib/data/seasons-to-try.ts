import 'server-only'
import type { Season, SeasonFiles } from '@/lib/rules'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { db } from './db'
import { judgeDraft } from './draft-judgement'
import { findSeasonDraft, type SeasonDraft } from './season-drafts'
import { seasonTables, toFiles } from './season-tables'
import { getPublishedSeason, type PublishedSeason } from './seasons'

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

/** The published version that a draft would come after, as the files that it was imported from; null where the county has none. */
export async function findVersionBefore(actor: Pick<StaffActor, 'county'>, { year }: Pick<SeasonDraft, 'year'>): Promise<{ number: number; year: number; files: SeasonFiles & { agreement: string } } | null> {
  const published = await publishedBefore(actor.county, year)
  const version = published && (await db().seasonVersion.findUnique({ where: { id: published.versionId }, include: seasonTables }))
  return version && published && { number: published.number, year: published.year, files: { ...toFiles(version), agreement: version.agreement } }
}

/** The newest of its own year, or the county's newest one. */
async function publishedBefore(county: string, year: number): Promise<PublishedSeason | null> {
  return (await getPublishedSeason(county, year)) ?? getPublishedSeason(county)
}
