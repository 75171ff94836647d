import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findProposedCompletion, type ProposedCompletion } from '@/lib/data/completions'
import { db } from '@/lib/data/db'

/** A completed registration as it lies before the second officer; that it was opened is written down. Another county's is not there at all. */
export async function openProposedCompletion({ actor, proposalId }: { actor: StaffActor; proposalId: string }): Promise<ProposedCompletion | null> {
  const found = await findProposedCompletion(db(), actor, proposalId)
  if (found) await recordAudit(db(), { type: 'application-opened', actor: auditedAs(actor), application: found.application, content: { proposalId } })
  return found
}
