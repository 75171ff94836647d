import 'server-only'
import { ArchiveFault } from './archive'

/** A tag, or a cell's text: a spreadsheet's cell holds 32,767 characters. */
const LONGEST = 1024 * 1024

/** The attribute, whatever stands before it, and not the namespace that every spreadsheet calls so. */
const ADDRESS = /(?<!xmlns:)\br\s*=\s*["']([^"']*)["']/g

/**
 * Reads through one file of a spreadsheet, and refuses a sheet that reaches further than anybody fills. Addresses are written
 * plainly by every program; one that is not could mean any cell.
 * @param most cells: the library fills every gap before one, and before XFD1048576, which is a line of text, are seventeen thousand million
 */
export function withinSheet(most: number): (piece: Uint8Array) => void {
  let isSheet = false
  let rest = ''
  let [rows, columns] = [0, 0]
  return (piece) => {
    const text = rest + Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1')
    isSheet ||= text.includes('sheetData')
    rest = text.slice(Math.max(0, text.lastIndexOf('<')))
    if (!isSheet) return
    for (const [, address = ''] of text.matchAll(ADDRESS)) {
      const [, column, row] = /^([A-Z]{0,3})(\d{1,7})$/.exec(address) ?? []
      if (column === undefined) throw new ArchiveFault('UNREADABLE')
      rows = Math.max(rows, Number(row))
      columns = Math.max(columns, columnNumber(column))
    }
    if (rows * columns > most || rest.length > LONGEST) throw new ArchiveFault('TOO_LARGE')
  }
}

/** A is 1, Z 26, AA 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
