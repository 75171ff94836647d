'use server'

import { deleteSeasonRow } from '@/lib/commands/delete-season-row'
import { moveSeasonRow } from '@/lib/commands/move-season-row'
import { saveSeasonRow } from '@/lib/commands/save-season-row'
import { settleSeasonColumn } from '@/lib/commands/settle-season-column'
import { listOf, tableQueryString } from '@/lib/domain/draft-rows'
import { columnAnswers, draftId, isSeasonTable, moveAnswers, rowAnswers, rowForm, type SeasonTable } from '@/lib/domain/season-draft'
import { staffAction, staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

/** The table's page as it was narrowed, by what its forms carry. */
function pageOf(form: FormData): string {
  const asked = draftId.safeParse({ draftId: form.get('draftId') })
  const table = String(form.get('table'))
  if (!asked.success || !isSeasonTable(table)) return paths.season
  const list = tableQueryString(listOf(form.get('list')))
  return `${paths.seasonTable(asked.data.draftId, table)}${list && `?${list}`}`
}

type Place = { draftId: string; table: SeasonTable; list: string }

/** Where the officer lands: on the row. */
function rowOf({ line }: { line: number }, { draftId: id, table, list }: Place): string {
  return `${paths.seasonTable(id, table)}?${tableQueryString({ ...listOf(list), row: line })}#row-${line}`
}

export const saveRow = staffAction('season', rowForm, pageOf, ({ actor, input }) => saveSeasonRow({ actor, row: input }), rowOf)

export const deleteRow = staffPost('season', rowAnswers, pageOf, ({ actor, input }) => deleteSeasonRow({ actor, row: input }), rowOf)

export const moveRow = staffPost('season', moveAnswers, pageOf, ({ actor, input }) => moveSeasonRow({ actor, row: input }), rowOf)

export const settleColumn = staffPost('season', columnAnswers, pageOf, ({ actor, input }) => settleSeasonColumn({ actor, input }), (_, { draftId: id, table }) => paths.seasonTable(id, table))
