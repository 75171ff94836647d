import 'server-only'
import { z } from 'zod'
import type { StaffActor } from '@/lib/domain/actor'
import { asNextYear } from '@/lib/domain/next-season'
import { SEASON_TABLES } from '@/lib/domain/season-draft'
import { SEASON_LIMITS } from '@/lib/domain/form-limits'
import type { SeasonFinding, Table } from '@/lib/rules'
import type { Db } from './db'
import { seasonTables, toFiles } from './season-tables'
import { draftContent, type DraftContent } from './season-drafts'

const settingsObject = z.record(z.string(), z.unknown())

export type VersionContent = { id: string; number: number; year: number; content: DraftContent }

/** A published version of the officer's own county as the folder that it could be edited as; of no id, the newest one of the year, or of the newest year. */
export async function findVersionContent(on: Db, { county }: Pick<StaffActor, 'county'>, { id, year }: { id?: string; year?: number } = {}): Promise<VersionContent | null> {
  const row = await on.seasonVersion.findFirst({
    where: { id, season: { county, year } },
    orderBy: [{ season: { year: 'desc' } }, { number: 'desc' }],
    include: { season: { select: { year: true } }, ...seasonTables },
  })
  if (!row) return null
  const { settings, schools, categories, catchment, materials, reasons } = toFiles(row)
  const content = { schemaVersion: 1, settings: z.json().parse(settings), settingsLines: {}, schools, categories, catchment, materials, reasons: reasons ?? null, agreement: row.agreement, unread: [] } as const
  return { id: row.id, number: row.number, year: row.season.year, content }
}

/** The same for the year after it: everything that has a date is a proposal that the county checks. */
export function nextYearOf({ year, content }: Pick<VersionContent, 'year' | 'content'>): DraftContent {
  return { ...content, settings: z.json().parse(asNextYear(settingsObject.parse(content.settings), year)) }
}

/** What could be read of a season's files. */
export type Uploaded = Omit<DraftContent, 'schemaVersion' | 'settings' | 'unread'> & { settings: unknown; findings: readonly SeasonFinding[] }

/** A draft of files that were uploaded; a table that is longer than any county's counts as one that could not be read. */
export function contentOfUpload({ settings, settingsLines, agreement, findings, ...tables }: Uploaded): DraftContent {
  const long = SEASON_TABLES.filter((name) => (tables[name]?.rows.length ?? 0) > SEASON_LIMITS.rows)
  const table = (name: (typeof SEASON_TABLES)[number]): Table | null => {
    const read = long.includes(name) ? null : tables[name]
    return read && { ...read, file: `${name}.csv` }
  }
  const unread = [...findings, ...long.map((name) => ({ file: `${name}.csv`, line: SEASON_LIMITS.rows + 2, message: `超过 ${SEASON_LIMITS.rows} 行，没有读` }))]
  return draftContent.parse({
    schemaVersion: 1, settings: settings ?? null, settingsLines, agreement, unread,
    schools: table('schools'), categories: table('categories'), catchment: table('catchment'), materials: table('materials'), reasons: table('reasons'),
  })
}

/** The county and year that settings are of, as far as they say so. */
export function seasonOf(settings: unknown): { county: string | null; year: number | null } {
  const said = z.object({ county: z.string().nullable().catch(null), year: z.int().min(1949).max(9999).nullable().catch(null) }).safeParse(settings)
  return said.data ?? { county: null, year: null }
}
