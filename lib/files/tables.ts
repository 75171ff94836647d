import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { SeasonFinding, Table, TableRow } from '@/lib/rules'
import { csvRows } from './csv'
import { TableFault, type RawRow } from './fault'
import { xlsxRows } from './xlsx'

export { TableFault }

/**
 * Reads a .csv (UTF-8, a BOM and CRLF accepted) or the first sheet of an .xlsx. Lines are those of the file: blank lines
 * and line breaks inside quotes are counted, so that a finding points at what the officer sees. Cells are kept as written.
 * @throws TableFault when the text is not UTF-8, a quote is not closed, a column has no name or two have one, or a row has
 *   more cells than the header; the operating system's error when the file cannot be opened
 */
export async function readTable(file: string): Promise<Table> {
  return tableFrom(path.basename(file), await readFile(file))
}

/** No table of ours has twenty. Every row holds a cell for each column, written or not. */
const MOST_COLUMNS = 200

type Reading = { /** columns by which the header is known where a title may stand above it; else it is the first row with anything in it */ headedBy?: readonly string[]; /** how many bytes may be in an .xlsx */ unpacked?: number; /** how many rows there may be below the header */ rows?: number; /** how many letters a cell may have */ cell?: number; /** and all of them together */ letters?: number }

/** The same for a file that was uploaded: its name says which kind it is. */
export async function tableFrom(name: string, content: Uint8Array, { headedBy = [], unpacked, rows: most = Infinity, cell = Infinity, letters = Infinity }: Reading = {}): Promise<Table> {
  const rows = name.toLowerCase().endsWith('.xlsx') ? await xlsxRows(name, content, unpacked) : csvRows(name, content, most + 1)
  refuseTooMuch(name, rows, { most, cell, letters })
  return shape(name, rows.slice(headOf(rows, headedBy)))
}

/** Before anything is done with a cell: what would be read a million times is not read once. */
function refuseTooMuch(file: string, rows: readonly RawRow[], { most, cell, letters }: { most: number; cell: number; letters: number }): void {
  let seen = 0
  let filled = 0
  for (const { line, cells } of rows) {
    for (const { length } of cells) {
      if (length > cell) throw new TableFault([{ file, line, message: `有一格超过 ${cell} 字，没有读` }])
      seen += length
    }
    if (seen > letters) throw new TableFault([{ file, line, message: '到这一行字数已经太多，没有读：请分成几个文件' }])
    filled += cells.some(({ length }) => length > 0) ? 1 : 0
    if (filled > most + 1) throw new TableFault([{ file, line, message: `超过 ${most} 行，没有读` }])
  }
}

/** Rows above the header are passed over while they are blank or hold one cell, as a title over the whole width does: rows of the table stay, and are told of. */
function headOf(rows: readonly RawRow[], headedBy: readonly string[]): number {
  const filled = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== ''))
  const head = filled.findIndex((cells) => cells.some((cell) => headedBy.includes(cell.normalize('NFKC').trim())))
  const first = filled.findIndex((cells) => cells.length > 0)
  return Math.max(0, filled.slice(0, Math.max(0, head)).every((cells) => cells.length < 2) ? Math.max(head, first) : first)
}

function shape(file: string, rows: RawRow[]): Table {
  const first = rows[0]
  if (!first) throw new TableFault([{ file, line: 1, message: '文件是空的，第一行应当是列名' }])
  const header = first.cells.map((name) => name.normalize('NFKC').trim())
  while (header.length > 0 && header.at(-1) === '') header.pop()
  if (header.length > MOST_COLUMNS) throw new TableFault([{ file, line: first.line, message: `有 ${header.length} 列，超过 ${MOST_COLUMNS} 列，没有读` }])
  const findings = headerFindings(file, first.line, header)
  const shaped: TableRow[] = []
  for (const { line, cells } of rows.slice(1)) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const extra = cells.slice(header.length).find((cell) => cell.trim() !== '')
    if (extra !== undefined) {
      findings.push({ file, line, message: `多出一格「${extra}」：比表头的 ${header.length} 列多；一格里有逗号时要用双引号括起来` })
      continue
    }
    if (cells.some((cell) => cell.includes('\0'))) {
      findings.push({ file, line, message: '有一格里有空字符，请删去' })
      continue
    }
    shaped.push({ line, cells: Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])) })
  }
  if (findings.length > 0) throw new TableFault(findings)
  return { file, header, rows: shaped }
}

function headerFindings(file: string, line: number, header: readonly string[]): SeasonFinding[] {
  return header.flatMap((name, index) => {
    if (name.includes('\0')) return [{ file, line, message: `第 ${index + 1} 列的列名里有空字符，请删去` }]
    if (name === '') return [{ file, line, message: `第 ${index + 1} 列没有列名` }]
    return header.indexOf(name) < index ? [{ file, line, message: `列名「${name}」写了两次` }] : []
  })
}
