import 'server-only'
import type { GuardianActor, Now, StaffActor } from '@/lib/domain/actor'
import { deskEntry, isDeskKind, type DeskEntry, type DeskKind } from '@/lib/domain/desk-entries'
import type { ProposalHead } from '@/lib/domain/proposals'
import { OPEN_STATUSES } from '@/lib/domain/status'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findApplicationOfCounty, type Application } from '@/lib/data/applications'
import { listBases, type BasisState } from '@/lib/data/bases'
import { db } from '@/lib/data/db'
import { effectOf, isOutdated, onceEstablished, restate } from '@/lib/data/desk-effects'
import { listScans, type DeskScan } from '@/lib/data/desk-scans'
import { findGuardian } from '@/lib/data/guardians'
import { findProposal, readDecision, readProposal, type ProposalDecision } from '@/lib/data/proposals'
import { getPublishedSeason, type PublishedSeason } from '@/lib/data/seasons'
import { staffNames } from '@/lib/data/staff'

export type OpenedProposal = {
  proposal: ProposalHead & { kind: DeskKind }
  application: Application
  guardian: GuardianActor
  published: PublishedSeason
  entry: DeskEntry
  scans: DeskScan[]
  proposedBy: string
  decision: (ProposalDecision & { decidedBy: string }) | null
  /** what each basis comes to now, and once this is approved; null where nothing can come of it any more */
  outcome: { before: BasisState[]; after: BasisState[] } | null
}

/**
 * What an officer of the desk has entered, as the second officer reads it; a draft only for the officer whose it is. That the
 * family's case was opened is written down. Null for another county's, and for what is not the desk's.
 */
export async function openProposal({ actor, proposalId, now }: { actor: StaffActor; proposalId: string; now: Now }): Promise<OpenedProposal | null> {
  const proposal = await findProposal(db(), actor, proposalId)
  if (!proposal || (proposal.status === 'draft' && proposal.proposedById !== actor.staffId)) return null
  const { kind } = proposal
  const application = isDeskKind(kind) ? await findApplicationOfCounty(actor, proposal.applicationId) : null
  const published = application && (await getPublishedSeason(application.county, application.year))
  if (!isDeskKind(kind) || !published) return null
  const entry = await readProposal(db(), proposal, application.key, deskEntry)
  const [guardian, scans, decision] = [await findGuardian(application.guardianId), await listScans(db(), proposalId, application), await readDecision(db(), proposal, application.key)]
  const names = await staffNames(db(), [proposal.proposedById, ...(decision ? [decision.decidedById] : [])])
  const isOpen = (proposal.status === 'draft' || proposal.status === 'waiting') && OPEN_STATUSES.includes(application.status)
  const current = isOpen ? await restate(db(), application, published.season, entry) : null
  await recordAudit(db(), { type: 'application-opened', actor: auditedAs(actor), application, content: { at: 'desk', proposalId } })
  return {
    proposal: { ...proposal, kind }, application, guardian, published, entry, scans,
    proposedBy: names.get(proposal.proposedById) ?? '',
    decision: decision && { ...decision, decidedBy: names.get(decision.decidedById) ?? '' },
    outcome: current && (proposal.status === 'draft' || !isOutdated(entry, current)) ? outcomeOf({ application, guardian, published, entry, now }) : null,
  }
}

type Outcome = Pick<OpenedProposal, 'application' | 'guardian' | 'published' | 'entry'> & { now: Now }

/** By the same rules as the family's own pages, on the registration as it would be. */
function outcomeOf({ application, guardian, published: { season }, entry, now }: Outcome): OpenedProposal['outcome'] {
  const effect = effectOf(entry, application)
  const changed = effect ? onceEstablished(application, { effect, id: '', guardian, season, at: now.season }) : application
  return { before: listBases(guardian, application, season, now.season), after: listBases(guardian, changed, season, now.season) }
}
