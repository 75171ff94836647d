import 'server-only'
import type { z } from 'zod'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import type { moveAnswers } from '@/lib/domain/season-draft'
import { withMovedRow } from '@/lib/domain/table-edits'
import { recordSeasonEdit } from '@/lib/audit/season-edits'
import { db } from '@/lib/data/db'
import { editDraft, rowSeen, tableIn, withTable, type EditFailure } from '@/lib/data/draft-edits'

type Move = { actor: StaffActor; row: z.output<typeof moveAnswers> }

/** Moves a row of a draft's table before or behind its neighbour: the categories are tried from the top. */
export async function moveSeasonRow({ actor, row: { draftId, table: name, line, seen, to } }: Move): Promise<Result<{ line: number }, EditFailure | { code: 'ROW_CHANGED' }>> {
  return db().$transaction(async (transaction) => {
    const edited = await editDraft(transaction, {
      actor, draftId,
      change: ({ content }) => {
        const table = tableIn(content, name)
        const row = rowSeen(table, line, seen)
        if (!row) return fail({ code: 'ROW_CHANGED' as const })
        const moved = withMovedRow(table, row.line, to)
        return succeed({ content: withTable(content, name, moved.table), value: moved.line })
      },
    })
    if (!edited.ok) return edited
    const { draft, value } = edited.value
    await recordSeasonEdit(transaction, actor, draft, { table: name, line: value, done: 'moved' })
    return succeed({ line: value })
  })
}
