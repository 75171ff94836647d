import { Fragment } from 'react'
import { cellWords, columnWords } from '@/lib/copy/staff/season-tables'
import { tableQueryString, type DraftRow, type TableQuery } from '@/lib/domain/draft-rows'
import { vocabularyOf, type SeasonTable } from '@/lib/domain/season-draft'
import type { SeasonDraft } from '@/lib/data/season-drafts'
import { paths } from '@/lib/paths'
import { EditRow } from './edit-row'

type Written = { header: readonly string[]; rows: readonly { line: number; cells: Readonly<Record<string, string>> }[] }
type Props = {
  draft: SeasonDraft
  name: SeasonTable
  table: Written
  rows: readonly DraftRow[]
  query: TableQuery
  columns: { ofRow: readonly string[]; ofTable: readonly string[] }
}

/** The rows, each with what is wrong under it; the one that is open is a form in its place. */
export function RowTable({ draft, name, table, rows, query, columns }: Props) {
  const { q, only } = query
  const editing = draft.status === 'editing'
  const width = columns.ofTable.length + 1
  const shared = { draft, name, columns: columns.ofRow, list: tableQueryString({ q, only }), width }
  const added = editing && query.add !== undefined && <EditRow {...shared} row={null} after={query.add} last={false} first={false} />
  return (
    <div className="scroll">
      <table className="table" data-rows>
        <caption className="sr-only">{table.rows.length} 行</caption>
        <thead>
          <tr>
            <th scope="col">行</th>
            {columns.ofTable.map((column) => <th key={column} scope="col">{columnWords(name, column)?.name ?? column}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.line}>
              <tr id={`row-${row.line}`} className={row.line === query.row || row.line === query.edit ? 'is-current' : undefined}>
                <td>{editing ? <RowLink draftId={draft.id} name={name} query={query} row={row} /> : row.line}</td>
                {columns.ofTable.map((column) => <Cell key={column} name={name} column={column} value={row.cells[column] ?? ''} />)}
              </tr>
              {row.findings.length > 0 && <tr className="row-findings"><td colSpan={width}>{row.findings.map((message, at) => <p key={at}>{message}</p>)}</td></tr>}
              {editing && row.line === query.edit && <EditRow {...shared} row={row} after={null} first={row.line === table.rows[0]?.line} last={row.line === table.rows.at(-1)?.line} />}
              {row.line === query.add && added}
            </Fragment>
          ))}
          {query.add === 'end' && added}
        </tbody>
      </table>
    </div>
  )
}

function RowLink({ draftId, name, query: { q, only, row: landed }, row: { line, findings } }: { draftId: string; name: SeasonTable; query: TableQuery; row: DraftRow }) {
  return (
    <a href={`${paths.seasonTable(draftId, name)}?${tableQueryString({ q, only, edit: line })}#row-${line}`} data-key="e" aria-current={line === landed ? 'true' : undefined}>
      {line}<span className="sr-only">，改这一行{findings.length > 0 && `，${findings.length} 处问题`}</span>
    </a>
  )
}

function Cell({ name, column, value }: { name: SeasonTable; column: string; value: string }) {
  const text = column !== 'schools' && vocabularyOf(name, column, []) ? cellWords(value) : value
  return <td>{text.length > 16 ? <span className="cell-long" title={text}>{text}</span> : text}</td>
}
