import 'server-only'
import { z } from 'zod'
import { recordAudit } from '@/lib/audit/record'
import { db, type Transaction } from '@/lib/data/db'
import type { ImportFinding } from '@/lib/data/imports'
import { seasonHash, textHash, writeTables } from '@/lib/data/season-tables'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { readSeason, type SeasonFiles, type Settings } from '@/lib/rules'

type Failure = { code: 'BAD_SEASON'; findings: readonly ImportFinding[] }
type Published = { county: string; year: number; rows: number } & ({ outcome: 'published' | 'unchanged'; number: number } | { outcome: 'checked' })
type Input = { files: SeasonFiles; agreement: string | null; dryRun?: boolean }

/** The longest table of a county has some ten thousand rows. */
const LONGEST_MS = 5 * 60 * 1000

/** `season.json` as it stands, with the keys that nobody here knows. */
const settingsJson = z.record(z.string(), z.json())

/**
 * Publishes a season as a new version, which nothing changes afterwards. What the linter finds stops it, and so does
 * a missing privacy agreement: families could consent to nothing. The same content again makes no new version.
 * @param dryRun reads and judges everything, and writes nothing
 */
export async function publishSeason({ files, agreement, dryRun = false }: Input): Promise<Result<Published, Failure>> {
  const { season, findings } = readSeason(files, 'unpublished')
  const all = [...findings, ...agreementFindings(agreement)]
  if (!season || agreement === null || all.length > 0) return fail({ code: 'BAD_SEASON', findings: all })
  const { county, year } = season.settings
  const read = { county, year, rows: files.catchment.rows.length }
  if (dryRun) return succeed({ ...read, outcome: 'checked' })
  return db().$transaction(async (transaction) => succeed({ ...read, ...(await writeVersion(transaction, files, agreement, season.settings)) }), { timeout: LONGEST_MS })
}

function agreementFindings(agreement: string | null): ImportFinding[] {
  if (agreement !== null && agreement.trim() !== '') return []
  return [{ file: 'agreement.md', line: 1, message: agreement === null ? '缺少隐私协议，不能发布' : '隐私协议是空的，不能发布' }]
}

async function writeVersion(transaction: Transaction, files: SeasonFiles, agreement: string, { county, year }: Settings): Promise<{ outcome: 'published' | 'unchanged'; number: number }> {
  const season = await transaction.season.upsert({ where: { county_year: { county, year } }, create: { county, year }, update: {}, select: { id: true } })
  // Two publications of one season wait for each other, so that each sees the other's number.
  await transaction.$executeRaw`SELECT id FROM seasons WHERE id = ${season.id}::uuid FOR UPDATE`
  const newest = await transaction.seasonVersion.findFirst({ where: { seasonId: season.id }, orderBy: { number: 'desc' }, select: { number: true, filesHash: true } })
  const filesHash = seasonHash(files, agreement)
  if (newest?.filesHash === filesHash) return { outcome: 'unchanged', number: newest.number }
  const number = (newest?.number ?? 0) + 1
  const version = await transaction.seasonVersion.create({
    data: { seasonId: season.id, number, filesHash, settings: settingsJson.parse(files.settings), agreement, agreementVersion: textHash(agreement) },
    select: { id: true },
  })
  await writeTables(transaction, version.id, files)
  await recordAudit(transaction, { type: 'season-published', actor: { kind: 'operator' }, county })
  return { outcome: 'published', number }
}
