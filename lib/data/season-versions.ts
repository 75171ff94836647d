import 'server-only'
import { z } from 'zod'
import type { SeasonFiles, Settings } from '@/lib/rules'
import type { Transaction } from './db'
import { seasonHash, textHash, writeTables } from './season-tables'

/** The longest table of a county has some ten thousand rows. */
export const LONGEST_PUBLICATION_MS = 5 * 60 * 1000

/** `season.json` as it stands, with the keys that nobody here knows. */
const settingsJson = z.record(z.string(), z.json())

type Version = { files: SeasonFiles; agreement: string; settings: Pick<Settings, 'county' | 'year'>; proposalId?: string }

/**
 * Writes files that the linter found nothing in as the season's next version, which nothing changes afterwards (R-51). The
 * same content again makes no new version.
 * @param proposalId the two officers' decision; none of what the operator imports
 */
export async function writeVersion(transaction: Transaction, { files, agreement, settings: { county, year }, proposalId }: Version): Promise<{ outcome: 'published' | 'unchanged'; number: number }> {
  const season = await transaction.season.upsert({ where: { county_year: { county, year } }, create: { county, year }, update: {}, select: { id: true } })
  // Two publications of one season wait for each other, so that each sees the other's number.
  await transaction.$executeRaw`SELECT id FROM seasons WHERE id = ${season.id}::uuid FOR UPDATE`
  const newest = await transaction.seasonVersion.findFirst({ where: { seasonId: season.id }, orderBy: { number: 'desc' }, select: { number: true, filesHash: true } })
  const filesHash = seasonHash(files, agreement)
  if (newest?.filesHash === filesHash) return { outcome: 'unchanged', number: newest.number }
  const number = (newest?.number ?? 0) + 1
  const version = await transaction.seasonVersion.create({
    data: { seasonId: season.id, number, filesHash, settings: settingsJson.parse(files.settings), agreement, agreementVersion: textHash(agreement), proposalId: proposalId ?? null },
    select: { id: true },
  })
  await writeTables(transaction, version.id, files)
  return { outcome: 'published', number }
}
