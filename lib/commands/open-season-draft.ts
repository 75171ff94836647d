import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { findVersionContent, nextYearOf } from '@/lib/data/draft-contents'
import { addSeasonDraft } from '@/lib/data/season-drafts'

type Open = { actor: StaffActor; as: 'same-year' | 'next-year'; /** of which season; else the newest */ of?: number }

/**
 * Begins a draft as the newest published version of the county, or of one of its years, for that year or for the next one:
 * the season under way is amended also once the next one is published.
 */
export function openSeasonDraft({ actor, as, of }: Open): Promise<Result<{ id: string }, { code: 'NO_SEASON' | 'DRAFT_OPEN' }>> {
  return db().$transaction(async (transaction) => {
    const version = await findVersionContent(transaction, actor, { year: of })
    if (!version) return fail({ code: 'NO_SEASON' })
    const [year, content] = as === 'same-year' ? [version.year, version.content] : [version.year + 1, nextYearOf(version)]
    const opened = await addSeasonDraft(transaction, { actor, year, content, basedOnId: version.id })
    if (!opened.ok) return opened
    await recordAudit(transaction, { type: 'season-drafted', actor: auditedAs(actor), county: actor.county, content: { draftId: opened.value.id, year, basedOn: version.number } })
    return succeed(opened.value)
  })
}
