import type { StaffActor } from '@/lib/domain/actor'
import { db } from '@/lib/data/db'
import { findVersionContent } from '@/lib/data/draft-contents'
import { addSeasonDraft, findSeasonDraft, writeSeasonDraft, type DraftContent } from '@/lib/data/season-drafts'

/** A new draft of that season; any other of it is dropped, because a season has one. */
export async function aTriedDraft(actor: StaffActor, change: (content: DraftContent) => DraftContent = (content) => content, year = 2023): Promise<string> {
  await db().seasonDraft.updateMany({ where: { county: actor.county, status: 'editing' }, data: { status: 'dropped' } })
  const version = await findVersionContent(db(), actor)
  if (!version) throw new Error('no season')
  const content = change(version.content)
  const added = await db().$transaction((transaction) => addSeasonDraft(transaction, { actor, year, content: year === 2023 ? content : { ...content, settings: { ...settingsOf(content), year } }, basedOnId: null }))
  if (!added.ok) throw new Error(added.failure.code)
  return added.value.id
}

export async function editDraft(actor: StaffActor, id: string, change: (content: DraftContent) => DraftContent): Promise<void> {
  const draft = await findSeasonDraft(db(), actor, id)
  if (!draft) throw new Error('no such draft')
  await db().$transaction((transaction) => writeSeasonDraft(transaction, { actor, id, revision: draft.revision, content: change(draft.content) }))
}

export function settingsOf({ settings }: DraftContent): Record<string, DraftContent['settings']> {
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) throw new Error('no settings')
  return settings
}

/** Gives rows of the catchment to other schools; to none, and the row goes. */
export function redrawn(rows: Readonly<Record<string, string | null>>): (content: DraftContent) => DraftContent {
  return (content) => ({
    ...content,
    catchment: content.catchment && {
      ...content.catchment,
      rows: content.catchment.rows.flatMap((row) => {
        const schools = rows[row.cells.row ?? '']
        if (schools === undefined) return [row]
        return schools === null ? [] : [{ ...row, cells: { ...row.cells, schools } }]
      }),
    },
  })
}
