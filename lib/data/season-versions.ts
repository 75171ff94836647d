import 'server-only'
import { z } from 'zod'
import type { SeasonFiles, Settings } from '@/lib/rules'
import type { Db, Transaction } from './db'
import { seasonHash, seasonTables, textHash, toFiles, writeTables } from './season-tables'

/** The longest table of a county has some ten thousand rows. */
export const LONGEST_PUBLICATION_MS = 5 * 60 * 1000

/** `season.json` as it stands, with the keys that nobody here knows. */
const settingsJson = z.record(z.string(), z.json())

/** A published version as the files that it was written from, with its agreement. */
export async function filesOfVersion(on: Db, id: string): Promise<{ files: SeasonFiles; agreement: string }> {
  const version = await on.seasonVersion.findUniqueOrThrow({ where: { id }, include: seasonTables })
  return { files: toFiles(version), agreement: version.agreement }
}

/** Keeps a season's newest version the newest for the rest of the transaction: what was looked at is what the next one follows. */
export async function holdSeason(transaction: Transaction, { county, year }: Pick<Settings, 'county' | 'year'>): Promise<void> {
  await transaction.$executeRaw`SELECT id FROM seasons WHERE county = ${county} AND year = ${year} FOR UPDATE`
}

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

/** The version with nothing changed but its close, as the next one. */
export async function writeLaterClose(transaction: Transaction, { versionId, county, year }: { versionId: string } & Pick<Settings, 'county' | 'year'>, { closesAt, proposalId }: { closesAt: string; proposalId: string }): Promise<{ number: number }> {
  const { files, agreement } = await filesOfVersion(transaction, versionId)
  return writeVersion(transaction, { files: { ...files, settings: { ...settingsJson.parse(files.settings), closesAt } }, agreement, settings: { county, year }, proposalId })
}
