import { StatusTag } from '@/components/ui/tag'
import { TABLE_NAMES } from '@/lib/copy/staff/season-drafts'
import { cellWords, columnWords } from '@/lib/copy/staff/season-tables'
import { ROW_CHANGE_NAMES } from '@/lib/copy/staff/season-trial'
import type { RowChange } from '@/lib/domain/season-changes'
import { vocabularyOf, type SeasonTable } from '@/lib/domain/season-draft'
import { paths } from '@/lib/paths'
import { Was } from './was'

/** A county that draws its catchment anew changes thousands of rows; nobody reads them all on one page. */
const MOST_SHOWN = 300
const TAGS = { added: 'new', removed: 'no', changed: 'draft', moved: 'plain' } as const satisfies Record<RowChange['kind'], string>

/** The rows of one table that are not as they were. */
export function TableChanges({ draftId, table, changes }: { draftId: string; table: SeasonTable; changes: readonly RowChange[] }) {
  return (
    <section className="con-part" aria-labelledby={table}>
      <div className="con-head"><h2 id={table} className="sub">{TABLE_NAMES[table]}，{changes.length} 处</h2><a href={paths.seasonTable(draftId, table)}>去改{TABLE_NAMES[table]}</a></div>
      <table className="table [&_td]:py-2 [&_td]:whitespace-normal">
        <caption className="sr-only">{TABLE_NAMES[table]}的改动</caption>
        <thead><tr><th scope="col" className="w-28">改动</th><th scope="col" className="w-56">哪一行</th><th scope="col">内容</th></tr></thead>
        <tbody>
          {changes.slice(0, MOST_SHOWN).map((change) => (
            <tr key={`${change.kind} ${'place' in change ? change.place : ''} ${'from' in change ? change.from : ''}`}>
              <td><StatusTag kind={TAGS[change.kind]}>{ROW_CHANGE_NAMES[change.kind]}</StatusTag></td>
              <th scope="row">{change.key.filter((word) => word !== '').join(' ')}</th>
              <td><What table={table} change={change} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > MOST_SHOWN && <p className="text-sm text-ink-soft">只列出前 {MOST_SHOWN} 处，一共 {changes.length} 处。</p>}
    </section>
  )
}

function What({ table, change }: { table: SeasonTable; change: RowChange }) {
  const name = (column: string) => columnWords(table, column)?.name ?? column
  const words = (column: string, text: string) => (column !== 'schools' && vocabularyOf(table, column, []) ? cellWords(text) : text)
  switch (change.kind) {
    case 'moved':
      return <>第 {change.from} 行 → 第 {change.place} 行</>
    case 'changed':
      return <ul role="list">{change.cells.map(({ column, before, after }) => <li key={column}><span className="text-ink-soft">{name(column)}</span>　<Was before={words(column, before)} after={words(column, after)} /></li>)}</ul>
    default:
      return <>{Object.entries(change.cells).filter(([, text]) => text !== '').map(([column, text]) => <span key={column} className="mr-4 inline-block"><span className="text-ink-soft">{name(column)}</span> {words(column, text)}</span>)}</>
  }
}
