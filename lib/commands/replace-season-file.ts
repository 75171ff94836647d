import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { partOf } from '@/lib/domain/season-draft'
import { recordSeasonEdit } from '@/lib/audit/season-edits'
import { db } from '@/lib/data/db'
import { contentOfUpload, seasonOf } from '@/lib/data/draft-contents'
import { editDraft, withTable, type EditFailure } from '@/lib/data/draft-edits'
import type { DraftContent } from '@/lib/data/season-drafts'
import { baseName } from '@/lib/files/season-upload'
import { readSeasonParts } from '@/lib/files/season-parts'
import { drop, readIncoming, type Incoming } from '@/lib/intake/incoming'

type Replace = { actor: StaffActor; draftId: string; file: Incoming }
type Failure = EditFailure | { code: 'SEASON_FILE_UNKNOWN' | 'SEASON_OF_ANOTHER_COUNTY' }
type Part = NonNullable<ReturnType<typeof partOf>>

/**
 * Puts one file over the draft's own. One that cannot be read leaves the draft's as it is, and says why until the next
 * one, or until somebody goes on with what is there.
 */
export async function replaceSeasonFile({ actor, draftId, file }: Replace): Promise<Result<{ part: Part }, Failure>> {
  const bytes = await readIncoming(file).finally(() => drop(file))
  const name = baseName(file.name)
  const part = partOf(name)
  if (!part) return fail({ code: 'SEASON_FILE_UNKNOWN' })
  const { findings, ...parts } = await readSeasonParts((wanted) => Promise.resolve(wanted === name ? bytes : null))
  const read = contentOfUpload({ ...parts, findings: findings.filter((one) => one.file === name) })
  if (part === 'settings' && isOfAnother(read.settings, actor)) return fail({ code: 'SEASON_OF_ANOTHER_COUNTY' })
  return db().$transaction(async (transaction) => {
    const edited = await editDraft<null, never>(transaction, { actor, draftId, change: ({ content }) => succeed({ content: replaced(content, read, part), value: null }) })
    if (!edited.ok) return edited
    await recordSeasonEdit(transaction, actor, edited.value.draft, { file: name })
    return succeed({ part })
  })
}

function isOfAnother(settings: unknown, { county }: StaffActor): boolean {
  const said = seasonOf(settings)
  return said.county !== null && said.county !== county
}

function replaced(content: DraftContent, read: DraftContent, part: Part): DraftContent {
  const others = content.unread.filter(({ file }) => partOf(file) !== part)
  if (read.unread.length > 0) return { ...content, unread: [...others, ...read.unread] }
  if (part === 'settings') return { ...content, settings: read.settings, settingsLines: read.settingsLines, unread: others }
  if (part === 'agreement') return { ...content, agreement: read.agreement, unread: others }
  const table = read[part]
  return table ? withTable(content, part, table) : content
}
