import 'server-only'
import type { Season, SeasonFiles, SeasonFinding } from '@/lib/rules'
import type { Db } from './db'
import { judgeDraft } from './draft-judgement'
import type { SeasonDraft } from './season-drafts'
import { seasonHash } from './season-tables'
import { areResultsOut } from './season-window'
import { getPublishedSeason, type PublishedSeason } from './seasons'

/** A draft that could be published as it stands, with what would stand in the files. */
export type Publishable = { season: Season; files: SeasonFiles; agreement: string; filesHash: string }

export type Publication = {
  findings: readonly SeasonFinding[]
  /** null while there are findings */
  publishable: Publishable | null
  /** the version that stands; null of a season that was never published */
  published: PublishedSeason | null
  /** the close that families were told, milliseconds, where the draft would bring it forward */
  overClose: number | null
}

/** What publishing a draft would do now. The version that stands may have moved on since the draft began: its window was extended. */
export async function readPublication(on: Db, draft: Pick<SeasonDraft, 'county' | 'year' | 'content'>): Promise<Publication> {
  const { season, files, findings } = judgeDraft(draft)
  const published = await getPublishedSeason(draft.county, draft.year, on)
  const { agreement } = draft.content
  const publishable = season && files && agreement !== null && findings.length === 0 ? { season, files, agreement, filesHash: seasonHash(files, agreement) } : null
  const closesAt = published?.season.settings.closesAt ?? null
  return { findings, publishable, published, overClose: season && closesAt !== null && season.settings.closesAt < closesAt ? closesAt : null }
}

/**
 * Whether a draft would undo what families were told: once the results of a year are out, its window stands, and every school
 * that is on a notice of admission. A later close would let families in whom no run has seen; a school that is gone would make
 * its notices unknown.
 */
export async function breaksResults(on: Db, { season: { settings, schools } }: Publishable, published: PublishedSeason | null): Promise<boolean> {
  if (!published || !(await areResultsOut(on, published))) return false
  const { county, year, season: { settings: standing } } = published
  const given = await on.admissionResult.groupBy({ by: ['schoolCode'], where: { county, year, schoolCode: { not: null } } })
  const isMoved = settings.opensAt !== standing.opensAt || settings.closesAt !== standing.closesAt
  return isMoved || given.some(({ schoolCode }) => schools.every(({ code }) => code !== schoolCode))
}

/**
 * Whether a draft would choose the seed anew once the season has closed: who knows what went in could try numbers until one
 * suits, and then name the draw that gave it. @param at milliseconds of the season's clock
 */
export function breaksDraw({ season: { settings } }: Pick<Publishable, 'season'>, published: PublishedSeason | null, at: number): boolean {
  const standing = published?.season.settings
  return standing !== undefined && at >= standing.closesAt && settings.allocation.draw !== standing.allocation.draw
}

/** Whether the version that stands is the same, so that there is nothing to publish. */
export async function isPublished(on: Db, { filesHash }: Publishable, published: PublishedSeason | null): Promise<boolean> {
  return published !== null && (await on.seasonVersion.count({ where: { id: published.versionId, filesHash } })) > 0
}

/** The number of the newest version of that season with the same content; null where it never had it. */
export async function versionWithContent(on: Db, { season: { settings: { county, year } }, filesHash }: Publishable): Promise<number | null> {
  const version = await on.seasonVersion.findFirst({ where: { season: { county, year }, filesHash }, orderBy: { number: 'desc' }, select: { number: true } })
  return version?.number ?? null
}
