import 'server-only'
import { inWrittenOrder, type Table } from '@/lib/rules'

/**
 * A table as a season's folder has it: cells as the county wrote them, quoted where they must be, lines that end in \n. What is
 * read from it and written again is the same text; so nothing is added to a cell that a spreadsheet might take for a formula,
 * as it is in what leaves the platform for good.
 */
export function tableText({ header, rows }: Pick<Table, 'header' | 'rows'>): string {
  const filled = rows.map(({ cells }) => header.map((column) => (cells[column] ?? '').replace(/\r\n?/g, '\n'))).filter((cells) => cells.some((cell) => cell.trim() !== ''))
  return [header, ...filled].map((cells) => `${cells.map(cellText).join(',')}\n`).join('')
}

function cellText(cell: string): string {
  return /[",\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** `season.json`, its keys in one order. */
export function settingsText(settings: unknown): string {
  return `${JSON.stringify(inWrittenOrder(settings), null, 2)}\n`
}
