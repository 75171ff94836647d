import 'server-only'
import { overrideAllocationContent } from '@/lib/domain/admission'
import type { StaffActor } from '@/lib/domain/actor'
import { answerObjectionContent, type Complaint } from '@/lib/domain/objections'
import { BY_HAND_KINDS, type ProposalHead } from '@/lib/domain/proposals'
import { findApplicationOfCounty, type Application } from './applications'
import { findPlaced, findRun, type Placed, type RunBeside } from './by-hand'
import { db, type Db } from './db'
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
