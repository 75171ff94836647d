import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { partOf, SEASON_COLUMNS, type SeasonTable } from '@/lib/domain/season-draft'
import type { Table, TableRow } from '@/lib/rules'
import type { Transaction } from './db'
import { textHash } from './season-tables'
import { holdSeasonDraft, writeSeasonDraft, type DraftContent, type SeasonDraft } from './season-drafts'

export type EditFailure = { code: 'NOT_FOUND' | 'DRAFT_NOT_EDITING' }

type Edit<Value, Failure extends { code: string }> = {
  actor: StaffActor
  draftId: string
  change: (draft: SeasonDraft) => Result<{ content: DraftContent; value: Value }, Failure>
}

/**
 * Changes what stands in a draft. Two officers who save at the same moment come one after the other, and each changes what the
 * other has left: what must not be written over is looked at by `change`, row by row.
 */
export async function editDraft<Value, Failure extends { code: string }>(transaction: Transaction, { actor, draftId, change }: Edit<Value, Failure>): Promise<Result<{ draft: SeasonDraft; value: Value }, Failure | EditFailure>> {
  const draft = await holdSeasonDraft(transaction, actor, draftId)
  if (!draft) return fail({ code: 'NOT_FOUND' })
  if (draft.status !== 'editing') return fail({ code: 'DRAFT_NOT_EDITING' })
  const changed = change(draft)
  if (!changed.ok) return changed
  const written = await writeSeasonDraft(transaction, { actor, id: draftId, revision: draft.revision, content: changed.value.content })
  return written === null ? fail({ code: 'DRAFT_NOT_EDITING' }) : succeed({ draft, value: changed.value.value })
}

/** A draft with another table in it: what kept an earlier file of it from being read is of the past. */
export function withTable(content: DraftContent, name: SeasonTable, table: Table): DraftContent {
  return { ...content, [name]: table, unread: content.unread.filter(({ file }) => partOf(file) !== name) }
}

/** The draft's table; an empty one with every column where it has none yet. */
export function tableIn(content: DraftContent, name: SeasonTable): Table {
  return content[name] ?? { file: `${name}.csv`, header: SEASON_COLUMNS[name], rows: [] }
}

/** A row as it looks: an officer's form carries it, so that a row that somebody changed meanwhile is not written over. */
export function markOf({ cells }: Pick<TableRow, 'cells'>): string {
  return textHash(JSON.stringify(Object.entries(cells).filter(([, cell]) => cell !== '').toSorted())).slice(0, 16)
}

/** The row that an officer saw, wherever it stands by now; null when there is no such row any more. */
export function rowSeen({ rows }: Table, line: number, seen: string): TableRow | null {
  const there = rows.find((row) => row.line === line)
  return there && markOf(there) === seen ? there : (rows.find((row) => markOf(row) === seen) ?? null)
}

type SeenRow = { actor: StaffActor; row: { draftId: string; table: SeasonTable; line: number; seen: string }; edit: (table: Table, line: number) => { table: Table; line: number } }

/** Does something to one row of a draft's table, if it still is the row that the officer saw. @returns the draft, and the line on which the row stands, or stood */
export async function editSeenRow(transaction: Transaction, { actor, row: { draftId, table: name, line, seen }, edit }: SeenRow): Promise<Result<{ draft: SeasonDraft; value: number }, EditFailure | { code: 'ROW_CHANGED' }>> {
  return editDraft(transaction, {
    actor, draftId,
    change: ({ content }) => {
      const table = tableIn(content, name)
      const row = rowSeen(table, line, seen)
      if (!row) return fail({ code: 'ROW_CHANGED' as const })
      const edited = edit(table, row.line)
      return succeed({ content: withTable(content, name, edited.table), value: edited.line })
    },
  })
}
