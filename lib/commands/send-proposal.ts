import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { deskEntry, isDeskKind } from '@/lib/domain/desk-entries'
import { takesBack } from '@/lib/domain/papers'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { OPEN_STATUSES } from '@/lib/domain/status'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findApplicationOfCounty } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { restate } from '@/lib/data/desk-effects'
import { listScans } from '@/lib/data/desk-scans'
import { findProposal, holdDraftProposal, readProposal, writeDraft } from '@/lib/data/proposals'
import { getPublishedSeason } from '@/lib/data/seasons'

type Failure = { code: 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'FAMILY_NOT_OPEN' | 'NO_SEASON' | 'PROPOSAL_OUTDATED' | 'SCANS_MISSING' }

/**
 * Lays a draft before the second officer, with its papers and with what is known at this moment: from here on it is not
 * changed any more (trigger). What takes something back needs a reason and no paper.
 */
export async function sendProposal({ actor, proposalId, now }: { actor: StaffActor; proposalId: string; now: Now }): Promise<Result<null, Failure>> {
  return db().$transaction(async (transaction) => {
    const proposal = await findProposal(transaction, actor, proposalId)
    const application = proposal && (await findApplicationOfCounty(actor, proposal.applicationId, transaction))
    if (!application || !isDeskKind(proposal.kind) || proposal.proposedById !== actor.staffId) return fail({ code: 'NOT_FOUND' })
    if (!(await holdDraftProposal(transaction, actor, proposalId))) return fail({ code: 'CHANGED_MEANWHILE' })
    if (!OPEN_STATUSES.includes(application.status)) return fail({ code: 'FAMILY_NOT_OPEN' })
    const published = await getPublishedSeason(application.county, application.year, transaction)
    if (!published) return fail({ code: 'NO_SEASON' })
    const scans = await listScans(transaction, proposalId, application)
    if (scans.length === 0 && !takesBack(proposal.kind)) return fail({ code: 'SCANS_MISSING' })
    const entry = await restate(transaction, application, published.season, await readProposal(transaction, proposal, application.key, deskEntry))
    if (!entry) return fail({ code: 'PROPOSAL_OUTDATED' })
    if (!(await writeDraft(transaction, { actor, proposalId, key: application.key, content: entry, now }, 'waiting'))) return fail({ code: 'CHANGED_MEANWHILE' })
    await recordAudit(transaction, { type: 'proposal-made', actor: auditedAs(actor), application, content: { proposalId, kind: proposal.kind, scanIds: scans.map((scan) => scan.id) } })
    return succeed(null)
  })
}
