import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { isDeskKind } from '@/lib/domain/desk-entries'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findApplicationOfCounty } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { removeScans } from '@/lib/data/desk-scans'
import { findProposal, holdDraftProposal, markWithdrawn } from '@/lib/data/proposals'
import { removePages } from '@/lib/storage/material-pages'

type Withdrawn = { applicationId: string }

/** The officer takes back what nobody has decided yet. The scans of a draft go with it; what was laid before the second officer stays for the record. */
export async function withdrawProposal({ actor, proposalId, now }: { actor: StaffActor; proposalId: string; now: Now }): Promise<Result<Withdrawn, { code: 'NOT_FOUND' | 'CHANGED_MEANWHILE' }>> {
  const withdrawn = await db().$transaction(async (transaction) => {
    const proposal = await findProposal(transaction, actor, proposalId)
    const application = proposal && (await findApplicationOfCounty(actor, proposal.applicationId, transaction))
    if (!application || !isDeskKind(proposal.kind) || proposal.proposedById !== actor.staffId) return fail({ code: 'NOT_FOUND' as const })
    const scans = (await holdDraftProposal(transaction, actor, proposalId)) ? await removeScans(transaction, proposalId) : []
    if (!(await markWithdrawn(transaction, actor, proposalId, now))) return fail({ code: 'CHANGED_MEANWHILE' as const })
    await recordAudit(transaction, { type: 'proposal-withdrawn', actor: auditedAs(actor), application, content: { proposalId, kind: proposal.kind } })
    return succeed({ applicationId: application.id, scans })
  })
  if (!withdrawn.ok) return withdrawn
  const { applicationId, scans } = withdrawn.value
  for (const scanId of scans) await removePages(scanId)
  return succeed({ applicationId })
}
