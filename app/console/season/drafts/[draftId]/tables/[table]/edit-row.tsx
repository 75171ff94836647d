import { Button, ButtonLink } from '@/components/ui/button'
import { tableQueryString, type DraftRow } from '@/lib/domain/draft-rows'
import type { SeasonTable } from '@/lib/domain/season-draft'
import { markOf } from '@/lib/data/draft-edits'
import type { SeasonDraft } from '@/lib/data/season-drafts'
import { paths } from '@/lib/paths'
import { deleteRow, moveRow } from './actions'
import { cellFields } from './cell-fields'
import { RowForm } from './row-form'

type Props = {
  draft: SeasonDraft
  name: SeasonTable
  columns: readonly string[]
  /** null of a new one */
  row: DraftRow | null
  /** of a new one: behind which line, or at the end */
  after: number | 'end' | null
  /** the list as it is narrowed now */
  list: string
  first: boolean
  last: boolean
  width: number
}

/** A row as a form, in its place in the table, with what else can be done with it. */
export function EditRow({ draft: { id, content }, name, columns, row, after, list, first, last, width }: Props) {
  const schools = (content.schools?.rows ?? []).map(({ cells }) => ({ code: cells.code ?? '', name: cells.name ?? '' })).filter(({ code }) => code !== '')
  const table = paths.seasonTable(id, name)
  const of = { draftId: id, table: name, list, line: row ? String(row.line) : '', seen: row ? markOf(row) : '' }
  const back = row ? `${table}?${list && `${list}&`}row=${row.line}#row-${row.line}` : `${table}${list && `?${list}`}`
  return (
    <tr className="row-edit">
      <td id="edit" colSpan={width}>
        <RowForm key={`${of.line}${of.seen}`} hidden={{ ...of, after: typeof after === 'number' ? String(after) : '' }} fields={cellFields(name, columns, row?.cells ?? {}, schools)} submit={row ? '保存这一行' : '加上这一行'} now={back} />
        <div className="filters">
          <ButtonLink variant="quiet" href={back}>不改了</ButtonLink>
          {row && (
            <>
              <ButtonLink variant="quiet" href={`${table}?${tableQueryString({ add: row.line })}#edit`}>在下面加一行</ButtonLink>
              {!first && <form action={moveRow}><Hidden of={{ ...of, to: 'up' }} /><Button variant="quiet">上移</Button></form>}
              {!last && <form action={moveRow}><Hidden of={{ ...of, to: 'down' }} /><Button variant="quiet">下移</Button></form>}
              <form action={deleteRow}><Hidden of={of} /><Button variant="quiet">删除这一行</Button></form>
            </>
          )}
        </div>
      </td>
    </tr>
  )
}

function Hidden({ of }: { of: Readonly<Record<string, string>> }) {
  return Object.entries(of).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
