import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findCountyProposal, withdrawCountyProposal as takeBack } from '@/lib/data/county-proposals'
import { db } from '@/lib/data/db'
import { holdSeasonDraft, moveSeasonDraft } from '@/lib/data/season-drafts'

type Withdraw = { actor: StaffActor; proposalId: string; now: Now }

/** Whoever proposed it takes back what nobody has decided; a draft is edited again. */
export async function withdrawCountyProposal({ actor, proposalId, now }: Withdraw): Promise<Result<null, { code: 'NOT_FOUND' | 'CHANGED_MEANWHILE' }>> {
  return db().$transaction(async (transaction) => {
    const proposal = await findCountyProposal(transaction, actor, proposalId)
    if (!proposal || proposal.proposedById !== actor.staffId) return fail({ code: 'NOT_FOUND' })
    const draft = proposal.kind === 'publish-season' && proposal.subjectId ? await holdSeasonDraft(transaction, actor, proposal.subjectId) : null
    if (!(await takeBack(transaction, actor, proposalId, now))) return fail({ code: 'CHANGED_MEANWHILE' })
    if (draft) await moveSeasonDraft(transaction, actor, draft.id, ['proposed'], 'editing')
    await recordAudit(transaction, { type: 'proposal-withdrawn', actor: auditedAs(actor), county: actor.county, content: { proposalId, kind: proposal.kind, year: proposal.year } })
    return succeed(null)
  })
}
