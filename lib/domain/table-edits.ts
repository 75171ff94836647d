import type { Table, TableRow } from '@/lib/rules'

type Cells = TableRow['cells']

/** A row's own cells are replaced; columns that the form did not have stay, and one that the header lacks comes into it at its place once it says something. */
export function withRow(table: Table, line: number, cells: Cells, known: readonly string[]): Table {
  return { ...table, header: headerFor(table.header, cells, known), rows: table.rows.map((row) => (row.line === line ? { line, cells: { ...row.cells, ...cells } } : row)) }
}

/** @param after the line that it goes behind; null puts it at the end. The rows below move down by a line, as they would in an editor */
export function withNewRow(table: Table, after: number | null, cells: Cells, known: readonly string[]): { table: Table; line: number } {
  const found = after === null ? -1 : table.rows.findIndex((row) => row.line === after)
  const at = found === -1 ? table.rows.length : found + 1
  const line = (table.rows[at - 1]?.line ?? 1) + 1
  const rows = [...table.rows.slice(0, at), { line, cells }, ...table.rows.slice(at).map((row) => ({ ...row, line: row.line + 1 }))]
  return { line, table: { ...table, header: headerFor(table.header, cells, known), rows } }
}

export function withoutRow(table: Table, line: number): Table {
  return { ...table, rows: table.rows.flatMap((row) => (row.line === line ? [] : [row.line > line ? { ...row, line: row.line - 1 } : row])) }
}

/** Changes places with its neighbour: in a decision table the first row that fits decides. @returns the line on which it stands then */
export function withMovedRow(table: Table, line: number, to: 'up' | 'down'): { table: Table; line: number } {
  const at = table.rows.findIndex((row) => row.line === line)
  const [row, other] = [table.rows[at], table.rows[to === 'up' ? at - 1 : at + 1]]
  if (!row || !other) return { table, line }
  const rows = table.rows.map((one) => (one === row ? { line: row.line, cells: other.cells } : one === other ? { line: other.line, cells: row.cells } : one))
  return { table: { ...table, rows }, line: other.line }
}

/** A column under its right name, or gone. */
export function withColumn(table: Table, column: string, as: string | null): Table {
  const renamed = (cells: Cells): Cells => Object.fromEntries(Object.entries(cells).flatMap(([name, cell]) => (name !== column ? [[name, cell]] : as === null ? [] : [[as, cell]])))
  return { ...table, header: table.header.flatMap((name) => (name !== column ? [name] : as === null ? [] : [as])), rows: table.rows.map(({ line, cells }) => ({ line, cells: renamed(cells) })) }
}

function headerFor(header: readonly string[], cells: Cells, known: readonly string[]): readonly string[] {
  const missing = known.filter((column) => !header.includes(column) && (cells[column] ?? '').trim() !== '')
  if (missing.length === 0) return header
  const wanted = new Set([...header, ...missing])
  return [...known.filter((column) => wanted.has(column)), ...header.filter((column) => !known.includes(column))]
}
