import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { findVersionContent } from '@/lib/data/draft-contents'
import { findSeasonDraft } from '@/lib/data/season-drafts'
import { seasonArchive } from '@/lib/files/season-text'

/**
 * A draft or a published version of the officer's own county as its folder, in one .zip. The same content is the same
 * bytes: what is uploaded again, and exported again, has not changed.
 */
export async function exportSeason({ actor, id }: { actor: StaffActor; id: string }): Promise<Result<{ file: string; bytes: Uint8Array }, { code: 'NOT_FOUND' }>> {
  return db().$transaction(async (transaction) => {
    const draft = await findSeasonDraft(transaction, actor, id)
    const found = draft ?? (await findVersionContent(transaction, actor, { id }))
    if (!found) return fail({ code: 'NOT_FOUND' })
    const { year, content } = found
    await recordAudit(transaction, { type: 'season-exported', actor: auditedAs(actor), county: actor.county, content: draft ? { draftId: id, year } : { versionId: id, year } })
    const folder = `${actor.county}-${year}`
    return succeed({ file: `season-${folder}.zip`, bytes: seasonArchive(folder, content) })
  })
}
