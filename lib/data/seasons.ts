import 'server-only'
import { readSeason, type Season } from '@/lib/rules'
import { seasonPhase, seasonsOnShow, seasonsUnderWay, seasonUnderWay } from '@/lib/domain/season-phase'
import { db, type Db } from './db'
import { seasonTables, toFiles } from './season-tables'

/** A published season, compiled. It never changes: a new publication is a new version. */
export type PublishedSeason = {
  readonly versionId: string
  readonly number: number
  readonly seasonId: string
  readonly county: string
  readonly year: number
  /** the privacy agreement's text, a small Markdown (#, ##, paragraphs, - lists) */
  readonly agreement: string
  /** hash of that text: what a consent is given to */
  readonly agreementVersion: string
  readonly season: Season
}

/** The newest version of the county's season of that year; null where none is published. */
export async function getPublishedSeason(county: string, year: number, on: Db = db()): Promise<PublishedSeason | null> {
  const version = await on.seasonVersion.findFirst({ where: { season: { county, year } }, orderBy: { number: 'desc' }, select: { id: true } })
  return version ? getSeasonVersion(version.id, on) : null
}

/** The newest version of every season, or of one county's: by county code, each county's newest year first. Whether one is open, its settings and the clock say. */
export async function listPublishedSeasons(county?: string, on: Db = db()): Promise<PublishedSeason[]> {
  // In one statement: nearly every page asks for it.
  const versions = await on.$queryRaw<{ id: string }[]>`
    SELECT v.id FROM seasons s CROSS JOIN LATERAL (SELECT id FROM season_versions WHERE season_id = s.id ORDER BY number DESC LIMIT 1) v
    WHERE ${county ?? null}::text IS NULL OR s.county = ${county ?? null} ORDER BY s.county, s.year DESC`
  const published: PublishedSeason[] = []
  // One after the other: a transaction has one connection.
  for (const { id } of versions) {
    const one = await getSeasonVersion(id, on)
    if (one) published.push(one)
  }
  return published
}

/** The season that a county works on at this instant, milliseconds of the season's clock; null where it has published none. */
export async function getSeasonUnderWay(county: string, at: number, on: Db = db()): Promise<PublishedSeason | null> {
  return seasonUnderWay(await listPublishedSeasons(county, on), at)
}

/** The same of every county, or of one. */
export async function listSeasonsUnderWay(at: number, county?: string): Promise<PublishedSeason[]> {
  return seasonsUnderWay(await listPublishedSeasons(county), at)
}

/** Those of them that are open (R-01: `closesAt` is exclusive). */
export async function listOpenSeasons(at: number, county?: string): Promise<PublishedSeason[]> {
  return (await listSeasonsUnderWay(at, county)).filter(({ season }) => seasonPhase(season.settings, at) === 'open')
}

/** What parents of every county are shown, county by county, first the season that matters most. */
export async function listSeasonsOnShow(at: number): Promise<PublishedSeason[]> {
  return [...Map.groupBy(await listPublishedSeasons(), (one) => one.county).values()].flatMap((seasons) => seasonsOnShow(seasons, at))
}

// A version is immutable, so that a compiled one stays right for as long as the process lives. Counties are few.
const compiled = new Map<string, PublishedSeason>()

/** The version that a determination or a submission names. */
export async function getSeasonVersion(versionId: string, on: Db = db()): Promise<PublishedSeason | null> {
  const known = compiled.get(versionId)
  if (known) return known
  const row = await on.seasonVersion.findUnique({
    where: { id: versionId },
    include: { season: { select: { county: true, year: true } }, ...seasonTables },
  })
  if (!row) return null
  const { season, findings } = readSeason(toFiles(row), row.id)
  if (!season) throw new Error(`season version ${versionId} does not compile: ${findings.length} findings`)
  const published: PublishedSeason = {
    versionId: row.id,
    number: row.number,
    seasonId: row.seasonId,
    county: row.season.county,
    year: row.season.year,
    agreement: row.agreement,
    agreementVersion: row.agreementVersion,
    season,
  }
  compiled.set(versionId, published)
  return published
}

/** The hash of the files that a version was published from: what a run's bundle names it by. */
export async function readFilesHash(versionId: string): Promise<string> {
  const { filesHash } = await db().seasonVersion.findUniqueOrThrow({ where: { id: versionId }, select: { filesHash: true } })
  return filesHash
}

/** What a clerk's school is called in the newest season that has it; null of everybody who belongs to none. */
export async function schoolNameOf({ county, schoolCode }: { county: string; schoolCode: string | null }): Promise<string | null> {
  if (schoolCode === null) return null
  const schools = (await listPublishedSeasons(county)).flatMap(({ season }) => season.schools)
  return schools.find(({ code }) => code === schoolCode)?.name ?? schoolCode
}
