import type { CatchmentRow } from './row'

/** At most so many rows are named in one finding. */
const NAMED = 20

/** Ids with their lines, as a finding cites them. */
export function listed(rows: readonly CatchmentRow[]): string {
  const named = rows.slice(0, NAMED).map((row) => `${row.row}（第 ${row.line} 行）`).join('、')
  return rows.length > NAMED ? `${named} 等 ${rows.length} 行` : named
}
