/** A cell that a spreadsheet would take for a formula, once it is opened there: full-width signs count as well. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]/

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}

/**
 * A table as CSV (RFC 4180) that an officer opens in a spreadsheet: every cell quoted, a BOM so that Chinese is read as UTF-8,
 * and nothing that somebody typed into a name runs as a formula.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}
