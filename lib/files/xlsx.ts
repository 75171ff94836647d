import 'server-only'
import { readSheet } from 'read-excel-file/node'
import { ArchiveFault, refuseBomb } from './archive'
import { TableFault, type RawRow } from './fault'
import { withinSheet } from './sheet-bounds'

/** A register of a whole city stays far below. */
const MOST_UNPACKED = 256 * 1024 * 1024
const MOST_ENTRIES = 1000
/** A cell with one digit in it takes twice as many. */
const BYTES_A_CELL = 16

const UNREADABLE = '不是可读的 .xlsx 文件：请用 Excel 或 WPS 打开，另存为 .xlsx 再传'

/** Rows of the first sheet; a row's line is its number in the sheet. @param unpacked how many bytes may be in it */
export async function xlsxRows(file: string, content: Uint8Array, unpacked = MOST_UNPACKED): Promise<RawRow[]> {
  refuseTooLarge(file, content, unpacked)
  // Numbers as they are stored, so that 18 stays 18 and a long certificate number loses no digit.
  const sheet = await readSheet(Buffer.from(content), { trim: false, parseNumber: (number) => number }).catch(() => {
    throw new TableFault([{ file, line: 1, message: UNREADABLE }])
  })
  return sheet.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
}

/** A spreadsheet is a .zip, and the library that reads it unpacks whatever it is given. */
function refuseTooLarge(file: string, content: Uint8Array, bytes: number): void {
  try {
    refuseBomb(content, { bytes, entries: MOST_ENTRIES }, () => withinSheet(bytes / BYTES_A_CELL))
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error
    throw new TableFault([{ file, line: 1, message: error.code === 'TOO_LARGE' ? '表格太大，没有读' : UNREADABLE }])
  }
}

/** What the officer sees; a date, which a spreadsheet makes of 1-15, stays recognisable as one. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value)
}
