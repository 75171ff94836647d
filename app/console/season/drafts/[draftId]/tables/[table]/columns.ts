import { SEASON_COLUMNS, type SeasonTable } from '@/lib/domain/season-draft'

type Written = { header: readonly string[]; rows: readonly { cells: Readonly<Record<string, string>> }[] }

/** Those that a season knows in its order, and after them whatever else the file had: of a row all, of the table those that say something. */
export function columnsOf(name: SeasonTable, { header, rows }: Written): { ofRow: readonly string[]; ofTable: readonly string[] } {
  const known: readonly string[] = SEASON_COLUMNS[name]
  const ofRow = [...known, ...header.filter((column) => !known.includes(column))]
  return { ofRow, ofTable: ofRow.filter((column) => header.includes(column) && rows.some(({ cells }) => (cells[column] ?? '') !== '')) }
}
