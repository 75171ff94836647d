import { cellText, cellWords, checkColumns, Once } from './columns'
import type { SeasonFinding, Table } from './table'

export type School = {
  readonly code: string
  readonly name: string
  readonly phones: readonly string[]
  /** seats; null where the county has not said */
  readonly capacity: number | null
  readonly address: string
}

/** It stands in addresses, in the names of files and of their sheets, and between bars in the catchment. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/

/** `schools.csv`: the schools in the order in which pages list them. */
export function readSchools(table: Table): { schools: School[]; findings: SeasonFinding[] } {
  const findings = checkColumns(table, ['code', 'name', 'phones', 'capacity', 'address'])
  const schools: School[] = []
  const codes = new Once()
  for (const { line, cells } of table.rows) {
    const report = (message: string) => findings.push({ file: table.file, line, message })
    const code = cellText(cells.code)
    const name = (cells.name ?? '').trim()
    const capacity = cellText(cells.capacity)
    if (code === '') report('缺少学校代码 code')
    else if (!CODE.test(code)) report(`学校代码「${code}」只能用字母、数字和连字符，最多 20 个`)
    if (name === '') report(`学校 ${code} 缺少名称 name`)
    if (capacity !== '' && !/^\d{1,6}$/.test(capacity)) report(`学校 ${code} 的学位数 capacity「${capacity}」不是整数`)
    const before = code === '' ? null : codes.seen(code, line)
    if (before !== null) report(`学校代码 ${code} 写了两次，第 ${before} 行已有`)
    schools.push({
      code,
      name,
      phones: cellWords(cells.phones ?? ''),
      capacity: /^\d{1,6}$/.test(capacity) ? Number(capacity) : null,
      address: (cells.address ?? '').trim(),
    })
  }
  if (schools.length === 0) findings.push({ file: table.file, line: 1, message: '没有一所学校' })
  return { schools, findings }
}
