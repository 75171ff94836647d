import 'server-only'
import { readSheet } from 'read-excel-file/node'
import { TableFault, type RawRow } from './fault'

/** Rows of the first sheet; a row's line is its number in the sheet. */
export async function xlsxRows(file: string, content: Uint8Array): Promise<RawRow[]> {
  // Numbers as they are stored, so that 18 stays 18 and a long certificate number loses no digit.
  const sheet = await readSheet(Buffer.from(content), { trim: false, parseNumber: (number) => number }).catch((error: unknown) => {
    throw new TableFault([{ file, line: 1, message: `不是可读的 .xlsx 文件（${error instanceof Error ? error.message : String(error)}）` }])
  })
  return sheet.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
}

/** What the officer sees; a date, which a spreadsheet makes of 1-15, stays recognisable as one. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value)
}
