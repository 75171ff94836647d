import 'server-only'
import type { AdmissionResult } from '@/lib/domain/admission'
import type { StaffActor } from '@/lib/domain/actor'
import { answerObjectionContent, type AnswerObjectionContent } from '@/lib/domain/objections'
import type { Seats } from '@/lib/domain/seats'
import { findResult, findResultById } from './admission-results'
import type { Application } from './applications'
import { findPlaced, findRun, listSeats, type RunBeside, type RunDecision } from './by-hand'
import type { Db } from './db'
import { readContent } from './json'
import { findObjection, type Objection } from './objections'
import { decisionNote } from './proposals'
import { staffNames } from './staff'
import type { Prisma } from './generated/client'

/** An answer that lies before the second officer, or that was refused, with why. */
export type ProposedAnswer = { at: number; by: string; content: AnswerObjectionContent; refused: { at: number; by: string; note: string } | null }

/** An objection with everything that it is judged on. */
export type Contested = {
  objection: Objection
  /** what the family objected to, and what it is told now: another one where a decision by hand came in between */
  result: AdmissionResult
  current: AdmissionResult
  run: RunBeside
  /** null of a child that the run knows nothing of */
  decision: RunDecision | null
  submissionId: string
  seats: readonly Seats[]
  waiting: ProposedAnswer | null
  /** the newest first */
  refused: readonly ProposedAnswer[]
}

/** Null where the objection is not of this application. */
export async function findContested(on: Db, actor: Pick<StaffActor, 'county'>, application: Application, objectionId: string): Promise<Contested | null> {
  const objection = await findObjection(on, application, objectionId)
  const [result, current] = objection ? [await findResultById(on, objection.resultId), await findResult(on, application.id)] : [null, null]
  const run = result && (await findRun(on, actor, result.runId))
  const placed = run && (await findPlaced(on, run, application.id))
  if (!objection || !result || !current || !run || !placed) return null
  const answers = await listAnswers(on, application, objectionId)
  return {
    objection, result, current, run,
    decision: placed.decision,
    submissionId: placed.submissionId,
    seats: await listSeats(on, run),
    waiting: answers.find(({ status }) => status === 'waiting') ?? null,
    refused: answers.filter(({ status }) => status === 'refused'),
  }
}

const columns = { status: true, proposedAt: true, proposedById: true, contentCipher: true, decidedAt: true, decidedById: true, decisionCipher: true } as const satisfies Prisma.ProposalSelect

async function listAnswers(on: Db, { id: applicationId, key }: Application, objectionId: string): Promise<(ProposedAnswer & { status: string })[]> {
  const rows = await on.proposal.findMany({ where: { applicationId, kind: 'answer-objection' }, select: columns, orderBy: { id: 'desc' } })
  const names = await staffNames(on, rows.flatMap(({ proposedById, decidedById }) => [proposedById, ...(decidedById ? [decidedById] : [])]))
  return rows
    .map(({ status, proposedAt, proposedById, contentCipher, decidedAt, decidedById, decisionCipher }) => ({
      status, at: proposedAt.getTime(), by: names.get(proposedById) ?? '', content: readContent(key, 'proposal', contentCipher, answerObjectionContent),
      refused: status === 'refused' && decidedAt && decidedById ? { at: decidedAt.getTime(), by: names.get(decidedById) ?? '', note: decisionNote(key, decisionCipher) } : null,
    }))
    .filter(({ content }) => content.objectionId === objectionId)
}
