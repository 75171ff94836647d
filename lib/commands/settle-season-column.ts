import 'server-only'
import type { z } from 'zod'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { SEASON_COLUMNS, type columnAnswers } from '@/lib/domain/season-draft'
import { withColumn } from '@/lib/domain/table-edits'
import { recordSeasonEdit } from '@/lib/audit/season-edits'
import { db } from '@/lib/data/db'
import { editDraft, tableIn, withTable, type EditFailure } from '@/lib/data/draft-edits'

type Settle = { actor: StaffActor; input: z.output<typeof columnAnswers> }

/** Gives a column that no season has its right name, or drops it with what stands in it. */
export async function settleSeasonColumn({ actor, input: { draftId, table: name, column, as } }: Settle): Promise<Result<null, EditFailure | { code: 'COLUMN_CHANGED' }>> {
  return db().$transaction(async (transaction) => {
    const edited = await editDraft(transaction, {
      actor, draftId,
      change: ({ content }) => {
        const table = tableIn(content, name)
        const known: readonly string[] = SEASON_COLUMNS[name]
        const isFree = as === '' || (known.includes(as) && !table.header.includes(as))
        if (known.includes(column) || !table.header.includes(column) || !isFree) return fail({ code: 'COLUMN_CHANGED' as const })
        return succeed({ content: withTable(content, name, withColumn(table, column, as || null)), value: null })
      },
    })
    if (!edited.ok) return edited
    await recordSeasonEdit(transaction, actor, edited.value.draft, { table: name, line: 1, done: as === '' ? 'deleted' : 'changed' })
    return succeed(null)
  })
}
