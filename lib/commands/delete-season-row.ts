import 'server-only'
import type { z } from 'zod'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import type { rowAnswers } from '@/lib/domain/season-draft'
import { withoutRow } from '@/lib/domain/table-edits'
import { recordSeasonEdit } from '@/lib/audit/season-edits'
import { db } from '@/lib/data/db'
import { editDraft, rowSeen, tableIn, withTable, type EditFailure } from '@/lib/data/draft-edits'

type Delete = { actor: StaffActor; row: z.output<typeof rowAnswers> }

/** Takes a row out of a draft's table, if it still is the row that the officer saw. */
export async function deleteSeasonRow({ actor, row: { draftId, table: name, line, seen } }: Delete): Promise<Result<{ line: number }, EditFailure | { code: 'ROW_CHANGED' }>> {
  return db().$transaction(async (transaction) => {
    const edited = await editDraft(transaction, {
      actor, draftId,
      change: ({ content }) => {
        const table = tableIn(content, name)
        const row = rowSeen(table, line, seen)
        return row ? succeed({ content: withTable(content, name, withoutRow(table, row.line)), value: row.line }) : fail({ code: 'ROW_CHANGED' as const })
      },
    })
    if (!edited.ok) return edited
    const { draft, value } = edited.value
    await recordSeasonEdit(transaction, actor, draft, { table: name, line: value, done: 'deleted' })
    return succeed({ line: value })
  })
}
