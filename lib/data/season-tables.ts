import 'server-only'
import { createHash } from 'node:crypto'
import { SEASON_COLUMNS } from '@/lib/domain/season-draft'
import { CRITERIA, inWrittenOrder, type SeasonFiles, type Table } from '@/lib/rules'
import { z } from 'zod'
import type { Transaction } from './db'
import type { Prisma } from './generated/client'

const { catchment: CATCHMENT, schools: SCHOOLS, materials: MATERIALS, reasons: REASONS } = SEASON_COLUMNS
/** without the criteria, which are of one column together */
const CATEGORIES = ['row', 'category', 'label'] as const

const cells = <Column extends string>(columns: readonly Column[], row: Readonly<Record<string, string>>): Record<Column, string> => {
  const kept = z.record(z.enum(columns), z.string())
  return kept.parse(Object.fromEntries(columns.map((column) => [column, row[column] ?? ''])))
}

/** Writes a season's tables under a version, cell by cell as the county wrote them. */
export async function writeTables(transaction: Transaction, versionId: string, files: SeasonFiles): Promise<void> {
  const placed = (table: Table | null) => (table?.rows ?? []).map((row, position) => ({ at: { versionId, position }, ...row }))
  await transaction.school.createMany({ data: placed(files.schools).map(({ at, cells: row }) => ({ ...at, ...cells(SCHOOLS, row) })) })
  await transaction.catchmentRow.createMany({ data: placed(files.catchment).map(({ at, line, cells: row }) => ({ ...at, line, ...cells(CATCHMENT, row) })) })
  await transaction.categoryRow.createMany({
    data: placed(files.categories).map(({ at, line, cells: row }) => ({ ...at, line, ...cells(CATEGORIES, row), criteria: criteriaOf(row) })),
  })
  await transaction.materialRow.createMany({ data: placed(files.materials).map(({ at, line, cells: row }) => ({ ...at, line, ...cells(MATERIALS, row) })) })
  await transaction.reasonRow.createMany({ data: placed(files.reasons ?? null).map(({ at, line, cells: row }) => ({ ...at, line, ...cells(REASONS, row) })) })
}

function criteriaOf(row: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(CRITERIA.flatMap((criterion) => (row[criterion] === undefined ? [] : [[criterion, row[criterion]]])))
}

export const seasonTables = {
  schools: { orderBy: { position: 'asc' } },
  catchmentRows: { orderBy: { position: 'asc' } },
  categoryRows: { orderBy: { position: 'asc' } },
  materialRows: { orderBy: { position: 'asc' } },
  reasonRows: { orderBy: { position: 'asc' } },
} as const satisfies Prisma.SeasonVersionInclude

type VersionRow = Prisma.SeasonVersionGetPayload<{ include: typeof seasonTables }>

/** A published version as the files that it was imported from. */
export function toFiles(version: VersionRow): SeasonFiles {
  const table = (file: string, header: readonly string[], rows: readonly { line: number; cells: Record<string, string> }[]): Table => ({ file, header, rows })
  return {
    settings: version.settings,
    schools: table('schools.csv', SCHOOLS, version.schools.map((row) => ({ line: row.position + 2, cells: pick(SCHOOLS, row) }))),
    catchment: table('catchment.csv', CATCHMENT, version.catchmentRows.map((row) => ({ line: row.line, cells: pick(CATCHMENT, row) }))),
    categories: table(
      'categories.csv',
      [...CATEGORIES, ...CRITERIA],
      version.categoryRows.map((row) => ({ line: row.line, cells: { ...pick(CATEGORIES, row), ...criteriaCells.parse(row.criteria) } })),
    ),
    materials: table('materials.csv', MATERIALS, version.materialRows.map((row) => ({ line: row.line, cells: pick(MATERIALS, row) }))),
    reasons: version.reasonRows.length > 0 ? table('reasons.csv', REASONS, version.reasonRows.map((row) => ({ line: row.line, cells: pick(REASONS, row) }))) : null,
  }
}

const criteriaCells = z.record(z.string(), z.string())

function pick<Column extends string>(columns: readonly Column[], row: Readonly<Record<Column, string>>): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column, row[column]]))
}

/** The same for the same season, whatever line its rows stand on, whatever format its tables have and in whatever order its settings were kept. */
export function seasonHash(files: SeasonFiles, agreement: string): string {
  const content = (table: Table | null | undefined) => table && { header: table.header, rows: table.rows.map((row) => table.header.map((column) => row.cells[column] ?? '')) }
  const tables = [files.schools, files.categories, files.catchment, files.materials, files.reasons].map(content)
  return textHash(JSON.stringify([inWrittenOrder(files.settings), tables, agreement]))
}

/** Settings as they look: an officer's form carries it, so that what somebody changed meanwhile is not written over. */
export function markOfSettings(settings: unknown): string {
  return textHash(JSON.stringify(inWrittenOrder(settings)))
}

/** A text's version: the hash of the text (SHA-256, hexadecimal). */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
