import 'server-only'
import { CsvError, parse } from 'csv-parse/sync'
import { TableFault, type RawRow } from './fault'

/** Of an upload: the parser makes an error of each such record, although nobody asks for it, and a million of them hold the server for a minute. */
const MOST_UNEVEN = 50_000

/** Records of a CSV text, each with the line on which it begins. @param most how many an upload may have, the header counted */
export function csvRows(file: string, content: Uint8Array, most = Infinity): RawRow[] {
  // One kind of line end: the parser counts CRLF inside quotes twice.
  const text = textOf(file, content).replace(/\r\n?/g, '\n')
  const rows: RawRow[] = []
  let ended = 0
  let uneven = 0
  try {
    parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
      onRecord: (record, context) => {
        ended = context.lines
        uneven += record.length === (rows[0]?.cells ?? record).length ? 0 : 1
        if (rows.length >= most) throw new TableFault([{ file, line: ended, message: `超过 ${most - 1} 行，没有读` }])
        if (most < Infinity && uneven > MOST_UNEVEN) throw new TableFault([{ file, line: ended, message: `有 ${MOST_UNEVEN} 多行的格数和表头不一样，没有读：每一行都要写齐各格，空的也要有逗号` }])
        rows.push({ line: ended - lineBreaks(record), cells: record })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new TableFault([{ file, line: faultLine(error, text, ended), message: FAULTS[error.code] ?? `不是合格的 CSV：${error.message}` }])
  }
  return rows
}

const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: '双引号没有收尾',
  CSV_INVALID_CLOSING_QUOTE: '双引号收尾以后还有字：引号里的引号要写两次',
  INVALID_OPENING_QUOTE: '双引号要么把整格括起来，要么不写',
}

/** A quote that stays open swallows the rest of the file: the fault is where it opened, the first line not yet read. */
function faultLine(error: CsvError, text: string, ended: number): number {
  if (error.code !== 'CSV_QUOTE_NOT_CLOSED') return typeof error.lines === 'number' ? error.lines : ended + 1
  const lines = text.split('\n')
  let line = ended + 1
  while (line < lines.length && lines[line - 1] === '') line += 1
  return line
}

/** @throws TableFault when it is not UTF-8 */
export function textOf(file: string, content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    throw new TableFault([{ file, line: 1, message: '不是 UTF-8 编码：请另存为「CSV UTF-8」，没有这一项就另存为 .xlsx 再传' }])
  }
}

function lineBreaks(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
}
