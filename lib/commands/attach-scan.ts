import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { ENTRY_LIMITS } from '@/lib/domain/form-limits'
import { shownName } from '@/lib/domain/materials'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findApplicationOfCounty, type Application } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { addScan, type ScanDetail } from '@/lib/data/desk-scans'
import { countAgainst } from '@/lib/data/limits'
import { findProposal, holdDraftProposal } from '@/lib/data/proposals'
import { drop, type Incoming } from '@/lib/intake/incoming'
import { takeApart, type TakenApart } from '@/lib/intake/take-apart'
import type { UnfitCode } from '@/lib/intake/unfit'
import { removePages, storePages } from '@/lib/storage/material-pages'
import type { PutFailure } from '@/lib/storage/storage'

export type ScanFailure = PutFailure | { code: UnfitCode | 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'TOO_MANY_MATERIALS' | 'TOO_MANY_UPLOADS' }

type Attach = { actor: StaffActor; proposalId: string; incoming: Incoming; now: Now }

/**
 * Makes a scanned paper part of the officer's own draft: taken apart, encrypted under the family's key and stored
 * first, and only then a row. Whatever fails before the row leaves no file; the row and its audit event are one transaction.
 */
export async function attachScan({ incoming, ...given }: Attach): Promise<Result<{ scanId: string }, ScanFailure>> {
  try {
    return await attach({ incoming, ...given })
  } finally {
    await drop(incoming)
  }
}

async function attach({ actor, proposalId, incoming, now }: Attach): Promise<Result<{ scanId: string }, ScanFailure>> {
  const proposal = await findProposal(db(), actor, proposalId)
  const application = proposal && (await findApplicationOfCounty(actor, proposal.applicationId))
  if (!application || proposal.proposedById !== actor.staffId) return fail({ code: 'NOT_FOUND' })
  if (proposal.status !== 'draft') return fail({ code: 'CHANGED_MEANWHILE' })
  if ((await countAgainst('material-upload', actor.staffId)) !== null) return fail({ code: 'TOO_MANY_UPLOADS' })
  const taken = await takeApart(incoming, actor.staffId)
  if (!taken.ok) return taken
  const scanId = randomUUID()
  const stored = await storePages(application.key, scanId, taken.value.pages)
  if (!stored.ok) return stored
  try {
    const detail: ScanDetail = { schemaVersion: 1, name: shownName(incoming.name), pages: taken.value.pages.map(({ width, height }) => ({ width, height })) }
    const written = await writeRow({ actor, application, proposalId, scanId, detail, now, mediaType: taken.value.mediaType, bytes: stored.value.bytes })
    if (!written.ok) await removePages(scanId)
    return written
  } catch (error) {
    await removePages(scanId)
    throw error
  }
}

type Write = Pick<TakenApart, 'mediaType'> & { actor: StaffActor; application: Application; proposalId: string; scanId: string; bytes: number; detail: ScanDetail; now: Now }

function writeRow({ actor, application, proposalId, scanId, mediaType, bytes, detail, now }: Write): Promise<Result<{ scanId: string }, ScanFailure>> {
  return db().$transaction(async (transaction) => {
    if (!(await holdDraftProposal(transaction, actor, proposalId))) return fail({ code: 'CHANGED_MEANWHILE' })
    if (!(await addScan(transaction, application, { id: scanId, proposalId, mediaType, bytes, createdAt: new Date(now.season), detail }, ENTRY_LIMITS.scans))) return fail({ code: 'TOO_MANY_MATERIALS' })
    await recordAudit(transaction, { type: 'scan-attached', actor: auditedAs(actor), application, content: { proposalId, scanId, mediaType, pages: detail.pages.length } })
    return succeed({ scanId })
  })
}
