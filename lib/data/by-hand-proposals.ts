import 'server-only'
import { overrideAllocationContent } from '@/lib/domain/admission'
import { answerObjectionContent } from '@/lib/domain/objections'
import { BY_HAND_KINDS, isByHand, proposalKind, type ProposalHead } from '@/lib/domain/proposals'
import type { Application } from './applications'
import type { Db } from './db'
import { readProposal } from './proposals'

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
