import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { PublishSeasonContent } from '@/lib/domain/county-proposals'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { addCountyProposal } from '@/lib/data/county-proposals'
import { db } from '@/lib/data/db'
import { holdSeasonDraft, moveSeasonDraft } from '@/lib/data/season-drafts'
import { breaksDraw, breaksResults, isPublished, readPublication } from '@/lib/data/season-publication'

type Failure = { code: 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'DRAFT_HAS_FINDINGS' | 'DRAFT_IS_PUBLISHED' | 'CLOSE_BROUGHT_FORWARD' | 'SEASON_RESULTS_OUT' | 'SEASON_DRAW_STANDS' | 'ALREADY_WAITING' }
type Propose = { actor: StaffActor; draftId: string; /** that the officer saw */ revision: number; /** the published close that the officer agreed to bring forward, milliseconds */ overClose: number | null; now: Now }

/**
 * Lays a draft before the second administrator. What the linter finds stops it. Nobody edits it while it waits, and what
 * is decided on is this revision and no other. A close that families were told is not brought forward by oversight.
 */
export async function proposePublication({ actor, draftId, revision, overClose, now }: Propose): Promise<Result<{ proposalId: string }, Failure>> {
  return db().$transaction(async (transaction) => {
    const draft = await holdSeasonDraft(transaction, actor, draftId)
    if (!draft) return fail({ code: 'NOT_FOUND' })
    if (draft.status !== 'editing' || draft.revision !== revision) return fail({ code: 'CHANGED_MEANWHILE' })
    const publication = await readPublication(transaction, draft)
    const { publishable, published } = publication
    if (!publishable) return fail({ code: 'DRAFT_HAS_FINDINGS' })
    if (await isPublished(transaction, publishable, published)) return fail({ code: 'DRAFT_IS_PUBLISHED' })
    if (await breaksResults(transaction, publishable, published)) return fail({ code: 'SEASON_RESULTS_OUT' })
    if (breaksDraw(publishable, published, now.season)) return fail({ code: 'SEASON_DRAW_STANDS' })
    if (publication.overClose !== overClose) return fail({ code: 'CLOSE_BROUGHT_FORWARD' })
    const { year } = draft
    const content: PublishSeasonContent = { schemaVersion: 1, revision, filesHash: publishable.filesHash, overClose }
    const proposed = await addCountyProposal(transaction, { actor, year, kind: 'publish-season', subjectId: draftId, content, now })
    if (!proposed.ok) return proposed
    await moveSeasonDraft(transaction, actor, draftId, ['editing'], 'proposed')
    await recordAudit(transaction, { type: 'season-proposed', actor: auditedAs(actor), county: actor.county, content: { year, draftId, revision, proposalId: proposed.value.id } })
    return succeed({ proposalId: proposed.value.id })
  })
}
