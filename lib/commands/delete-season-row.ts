import 'server-only'
import type { z } from 'zod'
import type { StaffActor } from '@/lib/domain/actor'
import { succeed, type Result } from '@/lib/domain/result'
import type { rowAnswers } from '@/lib/domain/season-draft'
import { withoutRow } from '@/lib/domain/table-edits'
import { recordSeasonEdit } from '@/lib/audit/season-edits'
import { db } from '@/lib/data/db'
import { editSeenRow, type EditFailure } from '@/lib/data/draft-edits'

type Delete = { actor: StaffActor; row: z.output<typeof rowAnswers> }

/** Takes a row out of a draft's table, if it still is the row that the officer saw. */
export async function deleteSeasonRow({ actor, row }: Delete): Promise<Result<{ line: number }, EditFailure | { code: 'ROW_CHANGED' }>> {
  return db().$transaction(async (transaction) => {
    const edited = await editSeenRow(transaction, { actor, row, edit: (table, line) => ({ table: withoutRow(table, line), line }) })
    if (!edited.ok) return edited
    const { draft, value: line } = edited.value
    await recordSeasonEdit(transaction, actor, draft, { table: row.table, line, done: 'deleted' })
    return succeed({ line })
  })
}
