import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { DeskForm } from '@/lib/domain/desk-forms'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { OPEN_STATUSES } from '@/lib/domain/status'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findApplicationOfCounty } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { entryFrom, type EntryFault } from '@/lib/data/desk-entries'
import { addProposal, findProposal, writeDraft } from '@/lib/data/proposals'
import { getPublishedSeason } from '@/lib/data/seasons'

type Failure = EntryFault | { code: 'NOT_FOUND' | 'FAMILY_NOT_OPEN' | 'NO_SEASON' | 'CHANGED_MEANWHILE' }

/**
 * Keeps what an officer of the desk has typed for a family as a draft, to which the papers are scanned; the officer's
 * own draft can be typed again. Nobody else has it before them until it is sent.
 */
export async function saveProposal({ actor, given, now }: { actor: StaffActor; given: DeskForm; now: Now }): Promise<Result<{ proposalId: string }, Failure>> {
  const { applicationId, proposalId } = given.input
  const application = await findApplicationOfCounty(actor, applicationId)
  if (!application) return fail({ code: 'NOT_FOUND' })
  if (!OPEN_STATUSES.includes(application.status)) return fail({ code: 'FAMILY_NOT_OPEN' })
  const published = await getPublishedSeason(application.county, application.year)
  if (!published) return fail({ code: 'NO_SEASON' })
  const entry = await entryFrom(given, application, published.season)
  if (!entry.ok) return entry
  return db().$transaction(async (transaction) => {
    const before = proposalId === null ? null : await findProposal(transaction, actor, proposalId)
    if (proposalId !== null && (before?.applicationId !== applicationId || before.kind !== given.kind)) return fail({ code: 'NOT_FOUND' })
    if (before && !(await writeDraft(transaction, { actor, proposalId: before.id, key: application.key, content: entry.value, now }, 'draft'))) return fail({ code: 'CHANGED_MEANWHILE' })
    const id = before ? before.id : await addProposal(transaction, { actor, application, kind: given.kind, content: entry.value, now, draft: true })
    await recordAudit(transaction, { type: 'proposal-drafted', actor: auditedAs(actor), application, content: { proposalId: id, kind: given.kind } })
    return succeed({ proposalId: id })
  })
}
