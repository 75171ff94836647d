import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { findSeasonDraft, moveSeasonDraft } from '@/lib/data/season-drafts'

/** Gives a draft up. It stays on the record, and another one may be begun for its year; one that waits for the second officer is taken back first. */
export async function dropSeasonDraft({ actor, draftId }: { actor: StaffActor; draftId: string }): Promise<Result<null, { code: 'NOT_FOUND' | 'DRAFT_NOT_EDITING' }>> {
  return db().$transaction(async (transaction) => {
    const draft = await findSeasonDraft(transaction, actor, draftId)
    if (!draft) return fail({ code: 'NOT_FOUND' })
    if (!(await moveSeasonDraft(transaction, actor, draftId, ['editing'], 'dropped'))) return fail({ code: 'DRAFT_NOT_EDITING' })
    await recordAudit(transaction, { type: 'season-dropped', actor: auditedAs(actor), county: actor.county, content: { draftId, year: draft.year } })
    return succeed(null)
  })
}
