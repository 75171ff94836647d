import 'server-only'
import { AGREEMENT_FILE, SEASON_TABLES, SETTINGS_FILE, type SeasonTable } from '@/lib/domain/season-draft'
import { inWrittenOrder, type Table } from '@/lib/rules'
import { writeArchive } from './archive'

/**
 * A table as a season's folder has it: cells as the county wrote them, quoted where they must be, lines that end in \n. What is
 * read from it and written again is the same text; so nothing is added to a cell that a spreadsheet might take for a formula,
 * as it is in what leaves the platform for good.
 */
function tableText({ header, rows }: Pick<Table, 'header' | 'rows'>): string {
  const filled = rows.map(({ cells }) => header.map((column) => (cells[column] ?? '').replace(/\r\n?/g, '\n'))).filter((cells) => cells.some((cell) => cell.trim() !== ''))
  return [header, ...filled].map((cells) => `${cells.map(cellText).join(',')}\n`).join('')
}

function cellText(cell: string): string {
  return /[",\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** `season.json`, its keys in one order. */
function settingsText(settings: unknown): string {
  return `${JSON.stringify(inWrittenOrder(settings), null, 2)}\n`
}

type Folder = Readonly<Record<SeasonTable, Pick<Table, 'header' | 'rows'> | null>> & { readonly settings: unknown; readonly agreement: string | null }

/** The folder in one .zip; what a draft has not got yet is not in it. */
export function seasonArchive(folder: string, { settings, agreement, ...tables }: Folder): Uint8Array {
  const texts = [
    [SETTINGS_FILE, settings === null ? null : settingsText(settings)],
    [AGREEMENT_FILE, agreement],
    ...SEASON_TABLES.map((name) => [`${name}.csv`, tables[name] && tableText(tables[name])] as const),
  ] as const
  return writeArchive(texts.flatMap(([name, text]) => (text === null ? [] : [{ name: `${folder}/${name}`, content: new TextEncoder().encode(text) }])))
}
