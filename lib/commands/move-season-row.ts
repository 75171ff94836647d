import 'server-only'
import type { z } from 'zod'
import type { StaffActor } from '@/lib/domain/actor'
import { succeed, type Result } from '@/lib/domain/result'
import type { moveAnswers } from '@/lib/domain/season-draft'
import { withMovedRow } from '@/lib/domain/table-edits'
import { recordSeasonEdit } from '@/lib/audit/season-edits'
import { db } from '@/lib/data/db'
import { editSeenRow, type EditFailure } from '@/lib/data/draft-edits'

type Move = { actor: StaffActor; row: z.output<typeof moveAnswers> }

/** Moves a row of a draft's table before or behind its neighbour: the categories are tried from the top. */
export async function moveSeasonRow({ actor, row }: Move): Promise<Result<{ line: number }, EditFailure | { code: 'ROW_CHANGED' }>> {
  return db().$transaction(async (transaction) => {
    const edited = await editSeenRow(transaction, { actor, row, edit: (table, line) => withMovedRow(table, line, row.to) })
    if (!edited.ok) return edited
    const { draft, value: line } = edited.value
    await recordSeasonEdit(transaction, actor, draft, { table: row.table, line, done: 'moved' })
    return succeed({ line })
  })
}
