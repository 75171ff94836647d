import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { SETTINGS_FILE } from '@/lib/domain/season-draft'
import { settingsFromTyped } from '@/lib/domain/season-settings'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { editDraft, type EditFailure } from '@/lib/data/draft-edits'
import { markOfSettings } from '@/lib/data/season-tables'

type Save = { actor: StaffActor; draftId: string; /** the mark of the settings that the form was filled from */ seen: string; typed: Readonly<Record<string, string>> }

/** Writes what the form of a draft's settings changed, right or wrong: the rules then say what is still wrong. What somebody else has changed meanwhile is not written over. */
export async function saveSeasonSettings({ actor, draftId, seen, typed }: Save): Promise<Result<null, EditFailure | { code: 'PART_CHANGED' }>> {
  return db().$transaction(async (transaction) => {
    const edited = await editDraft(transaction, {
      actor, draftId,
      change: ({ content }) => {
        if (markOfSettings(content.settings) !== seen) return fail({ code: 'PART_CHANGED' as const })
        const settings = settingsFromTyped(content.settings, typed)
        return succeed({ content: { ...content, settings, unread: content.unread.filter(({ file }) => file !== SETTINGS_FILE) }, value: null })
      },
    })
    if (!edited.ok) return edited
    await recordAudit(transaction, { type: 'season-edited', actor: auditedAs(actor), county: actor.county, content: { draftId, year: edited.value.draft.year, file: SETTINGS_FILE } })
    return succeed(null)
  })
}
