import { cellText, cellWords, checkColumns, Once } from './columns'
import type { SeasonFinding, Table } from './table'
import { nearestWord } from './text'
import { CRITERIA, CRITERION_VALUES, type Criterion } from './vocabulary'

/** A row of the decision table. */
export type CategoryRow = {
  readonly row: string
  readonly category: string
  readonly label: string
  readonly line: number
  /** the values that each criterion may have; a criterion that is left out, or `-`, may have any */
  readonly criteria: Readonly<Partial<Record<Criterion, readonly string[]>>>
}

/**
 * `categories.csv`: hit policy *first*. A blank cell or a missing column is `-`. A word that the vocabulary does not have,
 * or `-` beside values, is a finding that says which known word was nearest.
 */
export function readCategories(table: Table): { categories: CategoryRow[]; findings: SeasonFinding[] } {
  const findings = checkColumns(table, ['row', 'category', 'label'], CRITERIA)
  const categories: CategoryRow[] = []
  const ids = new Once()
  for (const { line, cells } of table.rows) {
    const report = (message: string) => findings.push({ file: table.file, line, message })
    const row = cellText(cells.row)
    const category = cellText(cells.category)
    if (row === '') report('缺少行号 row')
    if (category === '') report(`${row} 缺少类别 category`)
    const before = row === '' ? null : ids.seen(row, line)
    if (before !== null) report(`行号 ${row} 写了两次，第 ${before} 行已有`)
    const criteria: Partial<Record<Criterion, readonly string[]>> = {}
    for (const criterion of CRITERIA) {
      const words = cellWords(cells[criterion] ?? '')
      const faults = wordFaults(criterion, words)
      for (const fault of faults) report(`${row} 的 ${criterion}：${fault}`)
      if (faults.length === 0 && words.length > 0 && words[0] !== '-') criteria[criterion] = words
    }
    categories.push({ row, category, label: (cells.label ?? '').trim(), line, criteria })
  }
  if (categories.length === 0) findings.push({ file: table.file, line: 1, message: '没有一行类别' })
  return { categories, findings }
}

function wordFaults(criterion: Criterion, words: readonly string[]): string[] {
  const known: readonly string[] = CRITERION_VALUES[criterion]
  const faults = words
    .filter((word) => word !== '-' && !known.includes(word))
    .map((word) => {
      const home = CRITERIA.find((other) => other !== criterion && isValueOf(other, word))
      const nearest = nearestWord(word, known) ?? ''
      return home ? `「${word}」是 ${home} 的值，这一列最接近的是「${nearest}」` : `不认识「${word}」，最接近的是「${nearest}」`
    })
  if (words.length > 1 && words.includes('-')) faults.push(`「-」表示任何值，不能和别的值写在一格（${words.join('|')}），最接近的是「-」`)
  return faults
}

function isValueOf(criterion: Criterion, word: string): boolean {
  const known: readonly string[] = CRITERION_VALUES[criterion]
  return known.includes(word)
}
