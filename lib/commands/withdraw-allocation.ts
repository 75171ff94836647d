import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findCountyProposal, withdrawCountyProposal } from '@/lib/data/county-proposals'
import { db } from '@/lib/data/db'

type Withdraw = { actor: StaffActor; proposalId: string; now: Now }

/** Whoever proposed a publication takes it back, before the other administrator has decided. */
export async function withdrawAllocation({ actor, proposalId, now }: Withdraw): Promise<Result<null, { code: 'NOT_FOUND' | 'CHANGED_MEANWHILE' }>> {
  return db().$transaction(async (transaction) => {
    const proposal = await findCountyProposal(transaction, actor, proposalId)
    if (proposal?.kind !== 'publish-allocation') return fail({ code: 'NOT_FOUND' })
    if (!(await withdrawCountyProposal(transaction, actor, proposalId, now))) return fail({ code: 'CHANGED_MEANWHILE' })
    await recordAudit(transaction, { type: 'proposal-withdrawn', actor: auditedAs(actor), county: actor.county, content: { kind: proposal.kind } })
    return succeed(null)
  })
}
