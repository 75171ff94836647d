import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findApplicationOfCounty } from '@/lib/data/applications'
import { findPlaced, findRun, isDecisionWaiting, type Placed } from '@/lib/data/by-hand'
import { db } from '@/lib/data/db'
import { relatedApplications } from '@/lib/data/related-applications'
import { listSiblings, type Sibling } from '@/lib/data/siblings'

export type OpenedByHand = { applicationId: string; child: string; placed: Placed; siblings: readonly Sibling[]; /** a decision by hand lies before the second officer already */ proposed: boolean }

/** A child beside whose run something is decided by hand, with its siblings; that they were looked at is written down. Null where it neither took part in the run nor was completed after it, or is another county's. */
export async function openByHand({ actor, runId, applicationId }: { actor: StaffActor; runId: string; applicationId: string }): Promise<OpenedByHand | null> {
  return db().$transaction(async (transaction) => {
    const application = await findApplicationOfCounty(actor, applicationId, transaction)
    const run = application && (await findRun(transaction, actor, runId))
    const placed = run && (await findPlaced(transaction, run, applicationId))
    if (!application || !run || !placed) return null
    const related = await relatedApplications(transaction, actor, application, null)
    const siblings = await listSiblings(transaction, run.id, related)
    await recordAudit(transaction, { type: 'application-opened', actor: auditedAs(actor), application, content: { runId } })
    for (const one of related.here) if (siblings.some(({ id }) => id === one.id)) await recordAudit(transaction, { type: 'application-opened', actor: auditedAs(actor), application: one, content: { beside: application.id, runId } })
    return { applicationId, child: related.own?.detail.child ?? related.own?.detail.childIdNumber ?? '', placed, siblings, proposed: await isDecisionWaiting(transaction, applicationId) }
  })
}
