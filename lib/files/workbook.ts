import 'server-only'
import writeXlsxFile from 'write-excel-file/node'

type Workbook = {
  sheet: string
  /** stands above the columns, over the whole width */
  note: string
  columns: readonly { title: string; width: number }[]
  rows: readonly (readonly string[])[]
}

/**
 * A sheet as .xlsx. Every cell is a string by its type and not by its looks: what somebody typed into a name is never run as
 * a formula, and a number keeps its zeros.
 */
export async function workbook({ sheet, note, columns, rows }: Workbook): Promise<Buffer> {
  const text = (value: string) => ({ value, type: String })
  const head = columns.map(({ title }) => ({ ...text(title), fontWeight: 'bold' as const }))
  const data = [[{ ...text(note), columnSpan: columns.length }], head, ...rows.map((row) => row.map((value) => (value === '' ? null : text(value))))]
  return writeXlsxFile(data, { sheet, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 2, orientation: 'landscape' }).toBuffer()
}
