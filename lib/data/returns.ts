import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { returnSubmissionContent, type ProposalHead } from '@/lib/domain/proposals'
import { seasonPhase } from '@/lib/domain/season-phase'
import { hasRight } from '@/lib/domain/staff'
import { applicationKeys } from './application-keys'
import type { Application } from './applications'
import { db, type Db, type Transaction } from './db'
import { listWaitingProposals, readProposal } from './proposals'
import { getPublishedSeason } from './seasons'
import { staffNames } from './staff'

const KIND = 'return-submission'

/** Takes an application's row for the rest of the transaction: a proposal, a decision and the family's submit come one after the other. */
export async function holdApplication(transaction: Transaction, applicationId: string): Promise<void> {
  await transaction.$executeRaw`SELECT id FROM applications WHERE id = ${applicationId}::uuid FOR NO KEY UPDATE`
}

/** Whether a submission of this year can still go back: by the season's newest close. @param at the season's clock, milliseconds */
export async function isReturnOpen(on: Db, { county, year }: Pick<Application, 'county' | 'year'>, at: number): Promise<boolean> {
  const published = await getPublishedSeason(county, year, on)
  return published !== null && seasonPhase(published.season.settings, at) === 'open'
}

/** The submission that holds: the newest round. */
export async function findHolding(on: Db, { id }: Pick<Application, 'id'>): Promise<{ id: string; round: number } | null> {
  return on.submission.findFirst({ where: { applicationId: id }, select: { id: true, round: true }, orderBy: { round: 'desc' } })
}

/** Why the family's submission was sent back, in the county's words; null where it is not. */
export async function findReturnReason({ id, status, key }: Pick<Application, 'id' | 'status' | 'key'>): Promise<string | null> {
  if (status !== 'returned') return null
  const newest = await db().proposal.findFirst({ where: { applicationId: id, kind: KIND, status: 'approved' }, select: { id: true }, orderBy: { decidedAt: 'desc' } })
  return newest && (await readProposal(db(), newest, key, returnSubmissionContent)).reason
}

export type WaitingReturn = { proposal: ProposalHead; child: string; round: number; by: string; reason: string }

/** The returns that wait for an administrator, oldest first. */
export async function listWaitingReturns(actor: StaffActor, applicationId?: string): Promise<WaitingReturn[]> {
  const heads = await listWaitingProposals(db(), actor, { kinds: [KIND], ...(applicationId ? { applicationId } : {}) })
  const [names, families] = await Promise.all([staffNames(db(), heads.map((head) => head.proposedById)), applicationKeys(db(), actor, heads.map((head) => head.applicationId))])
  const waiting = await Promise.all(heads.map(async (proposal) => {
    const family = families.get(proposal.applicationId)
    if (!family) return null
    const { reason, submissionId } = await readProposal(db(), proposal, family.key, returnSubmissionContent)
    const submission = await db().submission.findUnique({ where: { id: submissionId }, select: { round: true } })
    return { proposal, child: family.child, round: submission?.round ?? 1, by: names.get(proposal.proposedById) ?? '', reason }
  }))
  return waiting.filter((one) => one !== null)
}

/** A return takes two administrators: whether whoever proposed it is one of them. */
export async function isByAdministrator(on: Db, { proposedById }: ProposalHead): Promise<boolean> {
  const proposer = await on.staffAccount.findUnique({ where: { id: proposedById }, select: { role: true } })
  return proposer !== null && hasRight(proposer.role, 'returnSubmission')
}
