import 'server-only'
import { csvRows, textOf } from './csv'
import { TableFault, type RawRow } from './fault'
import { xlsxRows } from './xlsx'

const MOST_UNPACKED = 32 * 1024 * 1024
/** Far more than are answered: beyond, it is not even counted how many there are. */
const MOST_ROWS = 100_000

/**
 * The addresses of a list as somebody has it: a text with one a line, or a table whose column 地址 (住址, address), or else
 * whose first one, has them. Null where the file cannot be read as what its name says.
 */
export async function addressesFrom(name: string, content: Uint8Array): Promise<string[] | null> {
  try {
    return addressesOf(await rowsOf(name.toLowerCase(), content))
  } catch (error) {
    if (error instanceof TableFault) return null
    throw error
  }
}

async function rowsOf(name: string, content: Uint8Array): Promise<RawRow[]> {
  if (name.endsWith('.xlsx')) return xlsxRows(name, content, MOST_UNPACKED)
  if (name.endsWith('.csv')) return csvRows(name, content, MOST_ROWS)
  return textOf(name, content).split(/\r\n?|\n/).map((text, index) => ({ line: index + 1, cells: [text] }))
}

const HEADINGS = /^(?:地址|住址|详细地址|家庭住址|address)$/i

function addressesOf(rows: readonly RawRow[]): string[] {
  const [first] = rows
  const column = first?.cells.findIndex((cell) => HEADINGS.test(cell.trim())) ?? -1
  return (column < 0 ? rows : rows.slice(1)).map(({ cells }) => (cells[Math.max(0, column)] ?? '').replace(/\s+/g, ' '))
}
