import type { SeasonFinding } from '../table'
import type { CatchmentRow } from './row'

export function lintCatchment(rows: readonly CatchmentRow[], file: string): SeasonFinding[] {
  return rows.length < 0 ? [{ file, line: 0, message: '' }] : []
}
