import type { SeasonFinding } from '../table'
import { listed } from './cite'
import { AliasCheck } from './lint-aliases'
import { CoverCheck } from './lint-cover'
import { itemFaults } from './lint-items'
import { overlaps } from './lint-overlap'
import { firstCommon, isNone } from './number-set'
import { namesOf, schoolSet, type CatchmentRow } from './row'

/**
 * What keeps a readable table from being published: rows that contradict each other, that can never match, or that say
 * something twice. Each finding stands at the later row and names the ids of the rows concerned. Rows are compared only with
 * rows of the same name, so a table of thousands is checked in the time it takes to read it.
 */
export function lintCatchment(rows: readonly CatchmentRow[], file: string): SeasonFinding[] {
  const findings: SeasonFinding[] = []
  const report = (row: CatchmentRow, message: string) => findings.push({ file, line: row.line, message: `${row.row}：${message}` })
  const ids = new Map<string, CatchmentRow>()
  const aliases = new AliasCheck()
  const cover = new CoverCheck()
  for (const row of rows) {
    const before = ids.get(row.row)
    if (before === undefined) ids.set(row.row, row)
    else report(row, `行号 ${row.row} 写了两次，第 ${before.line} 行已有`)
    for (const message of schoolFaults(row)) report(row, message)
    for (const message of itemFaults(row)) report(row, message)
    for (const message of aliases.faultsOf(row)) report(row, message)
    const covering = row.covered !== null && isNone(row.covered) ? [] : cover.coveringOf(row)
    if (covering.length > 0) report(row, `永远用不上：前面的 ${listed(covering)}学校相同，已经包括了它`)
  }
  for (const [later, earlier] of overlaps(rows)) report(later, overlapMessage(later, earlier))
  return findings.toSorted((one, other) => one.line - other.line)
}

function schoolFaults(row: CatchmentRow): string[] {
  const faults = row.schools.filter((code, index) => row.schools.indexOf(code) !== index).map((code) => `学校代码 ${code} 写了两次`)
  const several = new Set(row.schools).size > 1
  if (several && row.zone === '') faults.push(`有多所学校 ${schoolSet(row)}，却没有写过渡学区的名称 zone`)
  if (!several && row.zone !== '') faults.push(`「${row.zone}」只有一所学校 ${schoolSet(row)}，可选的学区至少要有两所`)
  return faults
}

function overlapMessage(later: CatchmentRow, earlier: readonly CatchmentRow[]): string {
  const [first] = earlier
  const name = first === undefined ? '' : (namesOf(later).find((one) => namesOf(first).includes(one)) ?? '')
  const number = first?.covered && later.covered ? firstCommon(first.covered, later.covered) : null
  const what = number === null ? '' : ` ${number} ${later.kind === 'road' ? '号' : later.kind === 'estate' ? '栋' : '组'}`
  return `与 ${listed(earlier)}重叠而学校不同：「${name}」${what}两边都算`
}
