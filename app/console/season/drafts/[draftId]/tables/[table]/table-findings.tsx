import { columnWords } from '@/lib/copy/staff/season-tables'
import { SEASON_COLUMNS, type SeasonTable } from '@/lib/domain/season-draft'
import { settleColumn } from './actions'

type Props = { draftId: string; table: SeasonTable; header: readonly string[]; findings: readonly { file: string; line: number; message: string }[]; editing: boolean }

/** What is wrong with the table itself and with no row of it, and which column a strange one is. */
export function TableFindings({ draftId, table, header, findings, editing }: Props) {
  const known: readonly string[] = SEASON_COLUMNS[table]
  const free = known.filter((column) => !header.includes(column))
  const strange = editing ? header.filter((column) => !known.includes(column)) : []
  if (findings.length === 0 && strange.length === 0) return null
  return (
    <section className="con-part" aria-label="整张表的问题">
      <ul className="lines">
        {findings.map(({ file, line, message }, at) => <li key={at} className="finding-line"><b>{file} 第 {line} 行</b><span>{message}</span></li>)}
      </ul>
      {strange.map((column) => (
        <form key={column} action={settleColumn} className="filters">
          <input type="hidden" name="draftId" value={draftId} />
          <input type="hidden" name="table" value={table} />
          <input type="hidden" name="list" value="" />
          <input type="hidden" name="column" value={column} />
          <label className="pick">
            <span>「{column}」这一列</span>
            <select name="as" defaultValue={free[0] ?? ''}>
              {free.map((name) => <option key={name} value={name}>是 {name} {columnWords(table, name)?.name}</option>)}
              <option value="">不要了，连内容一起删掉</option>
            </select>
          </label>
          <button className="tool text-action" type="submit">改好</button>
        </form>
      ))}
    </section>
  )
}
