import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import type { Complaint } from '@/lib/domain/objections'
import { BY_HAND_KINDS, isByHand, type ProposalHead } from '@/lib/domain/proposals'
import type { Seats } from '@/lib/domain/seats'
import { applicationKeys, type KnownFamily } from './application-keys'
import { findOverrides } from './allocation-overrides'
import { findDecisions, findPlaced, findRun, listSeats, type RunBeside, type RunDecision } from './by-hand'
import { readByHand, type ByHandContent } from './by-hand-proposals'
import { db } from './db'
import { findObjection } from './objections'
import { listWaitingProposals } from './proposals'
import { staffNames } from './staff'

/** A decision by hand as it lies before the second officer: for whom, from where to where, and on which objection. */
export type WaitingByHand = {
  proposal: ProposalHead
  content: ByHandContent
  run: RunBeside
  child: string
  /** the school that counts until then; null while the county places the child */
  from: string | null
  /** of the school that is meant */
  seats: Seats | null
  by: string
  objection: { complaint: Complaint; text: string; caseId: string | null } | null
}

/** A run, looked up once for all that wait beside it. */
type Beside = { run: RunBeside; seats: readonly Seats[]; given: ReadonlyMap<string, string>; decisions: ReadonlyMap<string, RunDecision> }
type Read = { proposal: ProposalHead; content: ByHandContent; family: KnownFamily }

/** Those that wait in the officer's county, oldest first. */
export async function listWaitingByHand(actor: StaffActor): Promise<WaitingByHand[]> {
  const heads = await listWaitingProposals(db(), actor, { kinds: BY_HAND_KINDS })
  const [names, families] = await Promise.all([staffNames(db(), heads.map((head) => head.proposedById)), applicationKeys(db(), actor, heads.map((head) => head.applicationId))])
  const read = (await Promise.all(heads.map((proposal) => readWith(proposal, families)))).filter((one) => one !== null)
  const beside = new Map<string, Beside>()
  for (const [runId, ofRun] of Map.groupBy(read, ({ content }) => content.runId)) {
    const known = await besideRun(actor, runId, ofRun.map(({ proposal }) => proposal.applicationId))
    if (known) beside.set(runId, known)
  }
  const waiting = await Promise.all(read.map(async (one) => toWaiting(one, beside.get(one.content.runId) ?? null, names.get(one.proposal.proposedById) ?? '')))
  return waiting.filter((one) => one !== null)
}

async function readWith(proposal: ProposalHead, families: ReadonlyMap<string, KnownFamily>): Promise<Read | null> {
  const { id, kind, applicationId } = proposal
  const family = families.get(applicationId)
  return family && isByHand(kind) ? { proposal, family, content: await readByHand(db(), { id, kind }, family) } : null
}

async function besideRun(actor: StaffActor, runId: string, applicationIds: readonly string[]): Promise<Beside | null> {
  const run = await findRun(db(), actor, runId)
  return run && { run, seats: await listSeats(db(), run), given: await findOverrides(db(), runId), decisions: await findDecisions(db(), runId, applicationIds) }
}

async function toWaiting({ proposal, content, family }: Read, beside: Beside | null, by: string): Promise<WaitingByHand | null> {
  if (!beside) return null
  const { run, seats, given, decisions } = beside
  const { applicationId } = proposal
  const decision = decisions.get(applicationId)
  const from = decision ? { schoolCode: given.get(applicationId) ?? decision.schoolCode } : await findPlaced(db(), run, applicationId)
  if (!from) return null
  const objection = content.objectionId === null ? null : await findObjection(db(), family, content.objectionId)
  const reviewCase = objection && (await db().reviewCase.findUnique({ where: { objectionId: objection.id }, select: { id: true } }))
  return {
    proposal, content, run, by,
    child: family.child,
    from: from.schoolCode,
    seats: seats.find(({ code }) => code === content.schoolCode) ?? null,
    objection: objection && { complaint: objection.complaint, text: objection.text, caseId: reviewCase?.id ?? null },
  }
}
