import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { AGREEMENT_FILE } from '@/lib/domain/season-draft'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { editDraft, type EditFailure } from '@/lib/data/draft-edits'
import { textHash } from '@/lib/data/season-tables'

type Save = { actor: StaffActor; draftId: string; /** hash of the text that the form was filled with */ seen: string; agreement: string }

/** Writes the privacy agreement of a draft; a text that somebody else has changed meanwhile is not written over. */
export async function saveSeasonAgreement({ actor, draftId, seen, agreement }: Save): Promise<Result<null, EditFailure | { code: 'PART_CHANGED' }>> {
  return db().$transaction(async (transaction) => {
    const edited = await editDraft(transaction, {
      actor, draftId,
      change: ({ content }) => {
        if (textHash(content.agreement ?? '') !== seen) return fail({ code: 'PART_CHANGED' as const })
        return succeed({ content: { ...content, agreement, unread: content.unread.filter(({ file }) => file !== AGREEMENT_FILE) }, value: null })
      },
    })
    if (!edited.ok) return edited
    await recordAudit(transaction, { type: 'season-edited', actor: auditedAs(actor), county: actor.county, content: { draftId, year: edited.value.draft.year, file: AGREEMENT_FILE } })
    return succeed(null)
  })
}
