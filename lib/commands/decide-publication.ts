import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { publishSeasonContent } from '@/lib/domain/county-proposals'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { decideCountyProposal, findCountyProposal } from '@/lib/data/county-proposals'
import { db } from '@/lib/data/db'
import { holdSeasonDraft, moveSeasonDraft } from '@/lib/data/season-drafts'
import { breaksDraw, breaksResults, readPublication } from '@/lib/data/season-publication'
import { holdSeason, LONGEST_PUBLICATION_MS, writeVersion } from '@/lib/data/season-versions'

type Failure = { code: 'NOT_FOUND' | 'SAME_OFFICER' | 'CHANGED_MEANWHILE' | 'PROPOSAL_REASON_MISSING' | 'DRAFT_HAS_FINDINGS' | 'SEASON_RESULTS_OUT' | 'SEASON_DRAW_STANDS' | 'WINDOW_MOVED' }
type Decide = { actor: StaffActor; proposalId: string; outcome: 'approved' | 'refused'; note: string; now: Now }

/**
 * The second administrator's word on a draft. Approved, exactly what was proposed becomes the next version, in the same
 * transaction: the linter judges once more, and nothing may have moved since. Refused, it is edited again.
 */
export async function decidePublication({ actor, proposalId, outcome, note, now }: Decide): Promise<Result<{ outcome: 'approved' | 'refused' }, Failure>> {
  if (outcome === 'refused' && note === '') return fail({ code: 'PROPOSAL_REASON_MISSING' })
  return db().$transaction(async (transaction) => {
    const proposal = await findCountyProposal(transaction, actor, proposalId)
    const draft = proposal?.kind === 'publish-season' && proposal.subjectId ? await holdSeasonDraft(transaction, actor, proposal.subjectId) : null
    if (!proposal || !draft) return fail({ code: 'NOT_FOUND' })
    const { revision, filesHash, overClose } = publishSeasonContent.parse(proposal.content)
    const event = { actor: auditedAs(actor), county: actor.county } as const
    if (outcome === 'refused') {
      const decided = await decideCountyProposal(transaction, { actor, proposal, outcome, note, now })
      if (!decided.ok) return decided
      await moveSeasonDraft(transaction, actor, draft.id, ['proposed'], 'editing')
      await recordAudit(transaction, { ...event, type: 'season-refused', content: { year: draft.year, proposalId, note } })
      return succeed({ outcome })
    }
    if (draft.status !== 'proposed' || draft.revision !== revision) return fail({ code: 'CHANGED_MEANWHILE' })
    await holdSeason(transaction, draft)
    const publication = await readPublication(transaction, draft)
    const { publishable } = publication
    if (!publishable) return fail({ code: 'DRAFT_HAS_FINDINGS' })
    if (publishable.filesHash !== filesHash) return fail({ code: 'CHANGED_MEANWHILE' })
    if (await breaksResults(transaction, publishable, publication.published)) return fail({ code: 'SEASON_RESULTS_OUT' })
    if (breaksDraw(publishable, publication.published, now.season)) return fail({ code: 'SEASON_DRAW_STANDS' })
    if (publication.overClose !== overClose) return fail({ code: 'WINDOW_MOVED' })
    const decided = await decideCountyProposal(transaction, { actor, proposal, outcome, note, now })
    if (!decided.ok) return decided
    const { files, agreement, season } = publishable
    const { number } = await writeVersion(transaction, { files, agreement, settings: season.settings, proposalId })
    await moveSeasonDraft(transaction, actor, draft.id, ['proposed'], 'published')
    await recordAudit(transaction, { ...event, type: 'season-published', content: { year: draft.year, version: number, proposalId, proposedBy: proposal.proposedById } })
    return succeed({ outcome })
  }, { timeout: LONGEST_PUBLICATION_MS })
}
