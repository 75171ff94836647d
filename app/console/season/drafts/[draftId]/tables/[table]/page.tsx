import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ListKeys } from '@/components/console/list-keys'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { TABLE_NAMES } from '@/lib/copy/staff/season-drafts'
import { requireStaff } from '@/lib/auth/require-staff'
import { pageOfTable, tableQuery, tableQueryString } from '@/lib/domain/draft-rows'
import { draftId, isSeasonTable, partOf } from '@/lib/domain/season-draft'
import { db } from '@/lib/data/db'
import { tableIn } from '@/lib/data/draft-edits'
import { judgeDraft } from '@/lib/data/draft-judgement'
import { findSeasonDraft } from '@/lib/data/season-drafts'
import { paths } from '@/lib/paths'
import { DraftPage } from '../../draft-page'
import { ReplaceFile } from '../../replace-file'
import { StandingNotice } from '../../standing-notice'
import { ColumnHelp } from './column-help'
import { columnsOf } from './columns'
import { Filters } from './filters'
import { Pages } from './pages'
import { RowTable } from './row-table'
import { TableFindings } from './table-findings'

export const metadata: Metadata = { title: '招生方案草稿' }

type Props = { params: Promise<{ draftId: string; table: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const MOVE = { keys: ['J', 'K'], what: '下一行、上一行' } as const
const FIND = { keys: ['/'], what: '查找' } as const
const KEYS = { reading: [MOVE, FIND], editing: [MOVE, { keys: ['E'], what: '改这一行' }, { keys: ['N'], what: '加一行' }, FIND] } as const

/** A table of a draft, mended row by row with what is wrong beside each. */
export default async function SeasonTablePage({ params, searchParams }: Props) {
  const { table: name, ...asked } = await params
  const actor = await requireStaff('season', paths.season)
  const id = draftId.safeParse(asked)
  const draft = id.success && isSeasonTable(name) ? await findSeasonDraft(db(), actor, id.data.draftId) : null
  if (!draft || !isSeasonTable(name)) notFound()
  const given = await searchParams
  const query = tableQuery.parse(given)
  const { findings } = judgeDraft(draft)
  const table = tableIn(draft.content, name)
  const shown = pageOfTable(table, findings.filter(({ file }) => partOf(file) === name), query)
  const editing = draft.status === 'editing'
  const isThere = draft.content[name] !== null
  return (
    <DraftPage
      actor={actor}
      draft={draft}
      current={name}
      findings={findings}
      fault={given.fault}
      keys={editing ? KEYS.editing : KEYS.reading}
      lead={`${TABLE_NAMES[name]} ${table.file}，${table.rows.length} 行`}
      action={editing && <ButtonLink variant="secondary" hotKey="n" href={`${paths.seasonTable(draft.id, name)}?${tableQueryString({ ...query, row: undefined, edit: undefined, page: undefined, add: 'end' })}#edit`}>加一行</ButtonLink>}
    >
      <ListKeys />
      <Filters draftId={draft.id} table={name} query={query} />
      <StandingNotice draft={draft} />
      <TableFindings draftId={draft.id} table={name} header={table.header} findings={shown.findings} editing={editing} />
      {shown.rows.length > 0 || query.add
        ? <RowTable draft={draft} name={name} table={table} rows={shown.rows} query={query} columns={columnsOf(name, table)} />
        : <Empty title={isThere ? '没有查到' : '还没有这张表'}>{isThere ? '现在的筛选下没有这样的行。' : '上传一个文件，或者从第一行开始填。'}</Empty>}
      <Pages draftId={draft.id} table={name} query={query} page={shown.page} pages={shown.pages} count={shown.count} />
      <ColumnHelp table={name} />
      {editing && <ReplaceFile draftId={draft.id} />}
    </DraftPage>
  )
}
