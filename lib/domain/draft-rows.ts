import { z } from 'zod'
import type { SeasonFinding, Table, TableRow } from '@/lib/rules'
import { word } from './list-query'

const at = z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined)

/** What a table's page is narrowed to, and which row is looked at: all of it stands in the address. */
export const tableQuery = z.object({
  q: word(50),
  only: z.literal('findings').optional().catch(undefined),
  page: at,
  /** the row that one has come for, or has just saved */
  row: at,
  /** the row that is open as a form; of a new one the line that it goes behind, `end` for the last */
  edit: at,
  add: z.union([z.literal('end'), z.coerce.number().int().min(1).max(1_000_000)]).optional().catch(undefined),
})
export type TableQuery = z.infer<typeof tableQuery>

/** The same as an address has it. */
export function tableQueryString(query: Partial<TableQuery>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value))
  return parameters.toString()
}

/** A list's own part of the address, out of a form that carries it. */
export function listOf(text: unknown): Pick<TableQuery, 'q' | 'only'> {
  const { q, only } = tableQuery.parse(Object.fromEntries(new URLSearchParams(typeof text === 'string' ? text : '')))
  return { q, only }
}

export type DraftRow = TableRow & { readonly findings: readonly string[] }
export type TablePage = { rows: DraftRow[]; page: number; pages: number; /** of the whole list as it is narrowed */ count: number; /** what is wrong with no single row */ findings: readonly SeasonFinding[] }

export const ROWS_A_PAGE = 50

/**
 * A page of a draft's table. A row that somebody has come for is on it whatever the list is narrowed to: whoever mends the
 * last finding of a row still lands on it.
 */
export function pageOfTable({ rows, header }: Pick<Table, 'rows' | 'header'>, findings: readonly SeasonFinding[], { q, only, page = 1, row, edit, add }: TableQuery): TablePage {
  const byLine = Map.groupBy(findings, ({ line }) => line)
  const lines = new Set(rows.map(({ line }) => line))
  const wanted = edit ?? row ?? (typeof add === 'number' ? add : undefined)
  const text = q?.normalize('NFKC').toLowerCase()
  const has = ({ cells }: TableRow) => text === undefined || header.some((column) => (cells[column] ?? '').normalize('NFKC').toLowerCase().includes(text))
  const listed = rows.filter((one) => one.line === wanted || ((only === undefined || byLine.has(one.line)) && has(one)))
  const pages = Math.max(1, Math.ceil(listed.length / ROWS_A_PAGE))
  const found = wanted === undefined ? -1 : listed.findIndex((one) => one.line === wanted)
  const shown = found >= 0 ? Math.floor(found / ROWS_A_PAGE) + 1 : add === 'end' ? pages : Math.min(page, pages)
  return {
    rows: listed.slice((shown - 1) * ROWS_A_PAGE, shown * ROWS_A_PAGE).map((one) => ({ ...one, findings: (byLine.get(one.line) ?? []).map(({ message }) => message) })),
    page: shown, pages, count: listed.length,
    findings: findings.filter(({ line }) => !lines.has(line)),
  }
}
