import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { listCompletableOf } from '@/lib/data/completions'
import { db } from '@/lib/data/db'
import { isEntryWaiting } from '@/lib/data/endings'
import { addProposal } from '@/lib/data/proposals'
import { holdApplication } from '@/lib/data/returns'

type Failure = { code: 'NOT_FOUND' | 'COMPLETION_WAITING' | 'ENDING_WAITING' | 'ENDING_APPEAL_WAITING' | 'ENDING_ENTRY_WAITING' }
type Input = { actor: StaffActor; applicationId: string; reason: string; now: Now }

/**
 * The first of two officers: a registration that the close left open cannot be completed, and ends. Nothing changes
 * for the family yet. While something of it waits for a reviewer or for a second officer, that is decided first.
 */
export async function proposeEnding({ actor, applicationId, reason, now }: Input): Promise<Result<{ proposalId: string }, Failure>> {
  return db().$transaction(async (transaction) => {
    await holdApplication(transaction, applicationId)
    const [open] = await listCompletableOf(transaction, actor.county, now.season, applicationId)
    if (!open) return fail({ code: 'NOT_FOUND' })
    if (open.waiting) return fail({ code: 'ENDING_APPEAL_WAITING' })
    if (open.proposal?.status === 'waiting') return fail({ code: open.proposal.kind === 'ending' ? 'ENDING_WAITING' : 'COMPLETION_WAITING' })
    const { application } = open
    if (await isEntryWaiting(transaction, application)) return fail({ code: 'ENDING_ENTRY_WAITING' })
    const proposalId = await addProposal(transaction, { actor, application, kind: 'ending', content: { schemaVersion: 1, reason }, now })
    await recordAudit(transaction, { type: 'proposal-made', actor: auditedAs(actor), application, content: { proposalId, kind: 'ending', reason } })
    return succeed({ proposalId })
  })
}
