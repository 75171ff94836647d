import 'server-only'
import type { z } from 'zod'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { SEASON_COLUMNS, type rowForm } from '@/lib/domain/season-draft'
import { withNewRow, withRow } from '@/lib/domain/table-edits'
import { recordSeasonEdit } from '@/lib/audit/season-edits'
import { db } from '@/lib/data/db'
import { editDraft, rowSeen, tableIn, withTable, type EditFailure } from '@/lib/data/draft-edits'

type Save = { actor: StaffActor; row: z.output<typeof rowForm> }

/**
 * Writes a row of a draft's table, or a new one. A row that looks different from what the officer saw is left alone:
 * somebody else has changed it meanwhile.
 */
export async function saveSeasonRow({ actor, row }: Save): Promise<Result<{ line: number }, EditFailure | { code: 'ROW_CHANGED' | 'ROW_EMPTY' }>> {
  const { draftId, table: name, cells } = row
  if (Object.values(cells).every((cell) => cell.trim() === '')) return fail({ code: 'ROW_EMPTY' })
  return db().$transaction(async (transaction) => {
    const edited = await editDraft(transaction, {
      actor, draftId,
      change: ({ content }) => {
        const table = tableIn(content, name)
        const known = SEASON_COLUMNS[name]
        const own = Object.fromEntries(Object.entries(cells).filter(([column]) => table.header.includes(column) || known.some((one) => one === column)))
        if (row.line === null) {
          const added = withNewRow(table, row.after, own, known)
          return succeed({ content: withTable(content, name, added.table), value: added.line })
        }
        const seen = rowSeen(table, row.line, row.seen)
        if (!seen) return fail({ code: 'ROW_CHANGED' as const })
        return succeed({ content: withTable(content, name, withRow(table, seen.line, own, known)), value: seen.line })
      },
    })
    if (!edited.ok) return edited
    const { draft, value: line } = edited.value
    await recordSeasonEdit(transaction, actor, draft, { table: name, line, done: row.line === null ? 'added' : 'changed' })
    return succeed({ line })
  })
}
