import 'server-only'
import { overrideAllocationContent } from '@/lib/domain/admission'
import type { StaffActor } from '@/lib/domain/actor'
import { answerObjectionContent, type Complaint } from '@/lib/domain/objections'
import { BY_HAND_KINDS, isByHand, proposalKind, type ProposalHead } from '@/lib/domain/proposals'
import type { Seats } from '@/lib/domain/seats'
import { findApplicationOfCounty, type Application } from './applications'
import { findPlaced, findRun, listSeats, type RunBeside } from './by-hand'
import { db, type Db } from './db'
import { childOfListing } from './listings'
import { findObjection } from './objections'
import { listWaitingProposals, readProposal } from './proposals'
import { staffNames } from './staff'

type OfKind = Pick<ProposalHead, 'id'> & { kind: (typeof BY_HAND_KINDS)[number] }

/** What is proposed by hand, of whichever kind: of an answer its objection, and no school where the result holds. */
export type ByHandContent = { runId: string; resultId: string | null; schoolCode: string | null; overCapacity: boolean; reason: string; objectionId: string | null }

export async function readByHand(on: Db, { id, kind }: OfKind, { key }: Pick<Application, 'key'>): Promise<ByHandContent> {
  if (kind === 'override-allocation') return { ...(await readProposal(on, { id }, key, overrideAllocationContent)), objectionId: null }
  const answer = await readProposal(on, { id }, key, answerObjectionContent)
  const { runId } = await on.admissionResult.findUniqueOrThrow({ where: { id: answer.resultId }, select: { runId: true } })
  return { ...answer, runId }
}

/** Why a school was given by hand, in the words that the officers meant for the family: those of the newest decision beside the run. */
export async function findReasonByHand(on: Db, runId: string, { id: applicationId, key }: Pick<Application, 'id' | 'key'>): Promise<string | null> {
  const override = await on.allocationOverride.findFirst({ where: { runId, applicationId }, select: { proposal: { select: { id: true, kind: true } } }, orderBy: { id: 'desc' } })
  if (!override) return null
  const kind = proposalKind.parse(override.proposal.kind)
  return isByHand(kind) ? (await readByHand(on, { id: override.proposal.id, kind }, { key })).reason : null
}

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

/** Those that wait in the officer's county, oldest first. */
export async function listWaitingByHand(actor: StaffActor): Promise<WaitingByHand[]> {
  const heads = await listWaitingProposals(db(), actor, { kinds: BY_HAND_KINDS })
  const names = await staffNames(db(), heads.map((head) => head.proposedById))
  const waiting = await Promise.all(heads.map((proposal) => toWaiting(actor, proposal, names.get(proposal.proposedById) ?? '')))
  return waiting.filter((one) => one !== null)
}

async function toWaiting(actor: StaffActor, proposal: ProposalHead, by: string): Promise<WaitingByHand | null> {
  const { id, kind, applicationId } = proposal
  const application = await findApplicationOfCounty(actor, applicationId)
  if (!application || !isByHand(kind)) return null
  const content = await readByHand(db(), { id, kind }, application)
  const run = await findRun(db(), actor, content.runId)
  const placed = run && (await findPlaced(db(), run, applicationId))
  if (!run || !placed) return null
  const objection = content.objectionId === null ? null : await findObjection(db(), application, content.objectionId)
  const reviewCase = objection && (await db().reviewCase.findUnique({ where: { objectionId: objection.id }, select: { id: true } }))
  return {
    proposal, content, run, by,
    child: await childOfListing(db(), application),
    from: placed.schoolCode,
    seats: (await listSeats(db(), run)).find(({ code }) => code === content.schoolCode) ?? null,
    objection: objection && { complaint: objection.complaint, text: objection.text, caseId: reviewCase?.id ?? null },
  }
}
