import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { findScan, removeScans } from '@/lib/data/desk-scans'
import { holdDraftProposal } from '@/lib/data/proposals'
import { removePages } from '@/lib/storage/material-pages'

type Remove = { actor: StaffActor; proposalId: string; scanId: string }

/** Takes a paper out of the officer's own draft. */
export async function removeScan({ actor, proposalId, scanId }: Remove): Promise<Result<null, { code: 'NOT_FOUND' | 'CHANGED_MEANWHILE' }>> {
  const found = await findScan(actor, scanId)
  if (found?.of !== 'proposal' || found.proposalId !== proposalId) return fail({ code: 'NOT_FOUND' })
  const { application } = found
  const removed = await db().$transaction(async (transaction) => {
    if (!(await holdDraftProposal(transaction, actor, proposalId))) return null
    const scans = await removeScans(transaction, proposalId, scanId)
    await recordAudit(transaction, { type: 'scan-removed', actor: auditedAs(actor), application, content: { proposalId, scanId } })
    return scans
  })
  if (!removed) return fail({ code: 'CHANGED_MEANWHILE' })
  for (const id of removed) await removePages(id)
  return succeed(null)
}
