import 'server-only'
import { readSeason, type Season } from '@/lib/rules'
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

const newest = { orderBy: { number: 'desc' }, take: 1, select: { id: true } } as const

/** The newest version of the county's season of that year, or of its newest year; null where none is published. */
export async function getPublishedSeason(county: string, year?: number, on: Db = db()): Promise<PublishedSeason | null> {
  const season = await on.season.findFirst({
    where: { county, year, versions: { some: {} } },
    orderBy: { year: 'desc' },
    select: { versions: newest },
  })
  const version = season?.versions[0]
  return version ? getSeasonVersion(version.id, on) : null
}

/** The newest version of every county's newest season, or of one county's alone, by county code. Whether it is open, its settings and the clock say. */
export async function listPublishedSeasons(county?: string): Promise<PublishedSeason[]> {
  const seasons = await db().season.findMany({
    where: { county, versions: { some: {} } },
    distinct: ['county'],
    orderBy: [{ county: 'asc' }, { year: 'desc' }],
    select: { versions: newest },
  })
  const published = await Promise.all(seasons.flatMap((season) => season.versions).map((version) => getSeasonVersion(version.id)))
  return published.filter((one) => one !== null)
}

/** Those of them that are open at this instant, milliseconds of the season's clock (R-01: `closesAt` is exclusive). */
export async function listOpenSeasons(at: number, county?: string): Promise<PublishedSeason[]> {
  const published = await listPublishedSeasons(county)
  return published.filter(({ season: { settings } }) => at >= settings.opensAt && at < settings.closesAt)
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

/** What a clerk's school is called in the county's newest season; null of everybody who belongs to none. */
export async function schoolNameOf({ county, schoolCode }: { county: string; schoolCode: string | null }): Promise<string | null> {
  const published = schoolCode === null ? null : await getPublishedSeason(county)
  return published?.season.schools.find(({ code }) => code === schoolCode)?.name ?? schoolCode
}
