import 'server-only'
import { recordAudit } from '@/lib/audit/record'
import { readClock } from '@/lib/clock'
import { db, type Transaction } from '@/lib/data/db'
import { agreementFindings } from '@/lib/data/draft-judgement'
import type { ImportFinding } from '@/lib/data/imports'
import { breaksDraw, breaksResults, versionWithContent, type Publishable } from '@/lib/data/season-publication'
import { seasonHash } from '@/lib/data/season-tables'
import { holdSeason, LONGEST_PUBLICATION_MS, writeVersion } from '@/lib/data/season-versions'
import { getPublishedSeason } from '@/lib/data/seasons'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { readSeason, type SeasonFiles } from '@/lib/rules'

/** A version that is not replaced by oversight: the one that stands, when it closes, and when the folder would. Instants are milliseconds. */
type Standing = { code: 'TWO_OFFICERS_STAND' | 'CLOSE_BROUGHT_FORWARD'; number: number; closesAt: number; wouldClose: number }
type Failure = { code: 'BAD_SEASON'; findings: readonly ImportFinding[] } | Standing | { code: 'SEASON_RESULTS_OUT' } | { code: 'SEASON_DRAW_STANDS' }
type Published = { county: string; year: number; rows: number } & ({ outcome: 'published' | 'unchanged'; number: number } | { outcome: 'checked' })
type Input = { files: SeasonFiles; agreement: string | null; dryRun?: boolean; unlessKnown?: boolean; over?: number }

/**
 * Publishes a season as a new version, which nothing changes afterwards. What the linter finds stops it, and so does
 * a missing privacy agreement: families could consent to nothing. The same content again makes no new version. What two
 * administrators published, or a later close that families were told, is replaced only by whoever names that version.
 * @param dryRun reads and judges everything, and writes nothing
 * @param unlessKnown neither does what was published before, whatever came after it
 * @param over the number of the version that the operator knows of and replaces
 */
export async function publishSeason({ files, agreement, dryRun = false, unlessKnown = false, over }: Input): Promise<Result<Published, Failure>> {
  const { season, findings } = readSeason(files, 'unpublished')
  const all = [...findings, ...agreementFindings(agreement)]
  if (!season || agreement === null || all.length > 0) return fail({ code: 'BAD_SEASON', findings: all })
  const { county, year } = season.settings
  const read = { county, year, rows: files.catchment.rows.length }
  const publishable = { season, files, agreement, filesHash: seasonHash(files, agreement) }
  return db().$transaction(async (transaction) => {
    await holdSeason(transaction, { county, year })
    const known = unlessKnown ? await versionWithContent(transaction, publishable) : null
    if (known !== null) return succeed({ ...read, outcome: 'unchanged' as const, number: known })
    const refusal = await refusalOf(transaction, publishable, over)
    if (refusal) return fail(refusal)
    if (dryRun) return succeed({ ...read, outcome: 'checked' as const })
    const written = await writeVersion(transaction, { files, agreement, settings: season.settings })
    if (written.outcome === 'published') await recordAudit(transaction, { type: 'season-published', actor: { kind: 'operator' }, county, content: { year, version: written.number, ...(over === undefined ? {} : { over }) } })
    return succeed({ ...read, ...written })
  }, { timeout: LONGEST_PUBLICATION_MS })
}

async function refusalOf(transaction: Transaction, publishable: Publishable, over: number | undefined): Promise<Exclude<Failure, { code: 'BAD_SEASON' }> | null> {
  const { county, year, closesAt: wouldClose } = publishable.season.settings
  const published = await getPublishedSeason(county, year, transaction)
  if (!published) return null
  const { filesHash, proposalId } = await transaction.seasonVersion.findUniqueOrThrow({ where: { id: published.versionId }, select: { filesHash: true, proposalId: true } })
  if (filesHash === publishable.filesHash) return null
  if (await breaksResults(transaction, publishable, published)) return { code: 'SEASON_RESULTS_OUT' }
  if (breaksDraw(publishable, published, (await readClock(transaction)).season)) return { code: 'SEASON_DRAW_STANDS' }
  const { number, season: { settings: { closesAt } } } = published
  if (over === number) return null
  if (wouldClose < closesAt) return { code: 'CLOSE_BROUGHT_FORWARD', number, closesAt, wouldClose }
  return proposalId === null ? null : { code: 'TWO_OFFICERS_STAND', number, closesAt, wouldClose }
}
