import 'server-only'
import { CLAIM_MS, type AppealOutcome, type AuditOutcome, type AuditReason, type CaseGround, type CaseKind } from '@/lib/domain/cases'
import type { ObjectionOutcome } from '@/lib/domain/objections'
import { dueAt } from '@/lib/domain/working-days'
import type { Transaction } from './db'
import type { PublishedSeason } from './seasons'

type Opened = {
  applicationId: string
  kind: CaseKind
  ground?: CaseGround | null
  because?: AuditReason
  appeal?: { id: string; round: number }
  submissionId?: string
  objectionId?: string
}

/**
 * Puts a case into the county's queue, in the transaction that makes it one. Its school is the one that the application is
 * listed under at that moment, so that the listing is written before. @param at the season's clock, milliseconds
 */
export async function openCase(transaction: Transaction, { appeal, ground = null, ...opened }: Opened, { county, year, season }: PublishedSeason, at: number): Promise<void> {
  const listing = await transaction.listing.findUnique({ where: { applicationId: opened.applicationId }, select: { schoolCode: true } })
  await transaction.reviewCase.create({
    data: { ...opened, county, year, ground, schoolCode: listing?.schoolCode ?? null, appealId: appeal?.id ?? null, round: appeal?.round ?? 1, openedAt: new Date(at), dueAt: new Date(dueAt(at, season.settings.review)) },
    select: { id: true },
  })
}

/** Takes what waited for a reviewer out of the queue. @param outcome what was decided; null where it was taken back, or ended with its registration */
export async function closeCasesOfAppeal(transaction: Transaction, appealId: string, outcome: AppealOutcome | null, at: Date): Promise<void> {
  await transaction.reviewCase.updateMany({ where: { appealId, status: 'open' }, data: { status: 'closed', outcome, closedAt: at } })
}

/** The one check of a submission on which a reviewer has decided. */
export async function closeCheck(transaction: Transaction, id: string, outcome: AuditOutcome, at: Date): Promise<void> {
  await transaction.reviewCase.updateMany({ where: { id, status: 'open' }, data: { status: 'closed', outcome, closedAt: at } })
}

/** What else was to be checked of a submission: one check is enough, and of one that no longer stands none is left. */
export async function closeCasesOfSubmission(transaction: Transaction, submissionId: string, at: Date): Promise<void> {
  await transaction.reviewCase.updateMany({ where: { submissionId, status: 'open' }, data: { status: 'closed', closedAt: at } })
}

/** Answered by two officers, or null where the family took its objection back. */
export async function closeCaseOfObjection(transaction: Transaction, objectionId: string, outcome: ObjectionOutcome | null, at: Date): Promise<void> {
  await transaction.reviewCase.updateMany({ where: { objectionId, status: 'open' }, data: { status: 'closed', outcome, closedAt: at } })
}

/** The answer to an objection lies before the second officer: until that one has decided, nobody is given the case. */
export async function layAnswerBefore(transaction: Transaction, id: string, answerId: string): Promise<void> {
  await transaction.reviewCase.update({ where: { id }, data: { answerId }, select: { id: true } })
}

/** The answer was refused: the case is in the hand of the one who proposed it again, for as long as a claim lasts. @param real real time, milliseconds */
export async function giveBackForAnother(transaction: Transaction, { id: answerId, proposedById }: { id: string; proposedById: string }, real: number): Promise<void> {
  await transaction.reviewCase.updateMany({ where: { answerId, status: 'open' }, data: { answerId: null, claimedById: proposedById, claimedUntil: new Date(real + CLAIM_MS) } })
}

export async function isOfCounty(transaction: Transaction, appealId: string, county: string): Promise<boolean> {
  return (await transaction.appeal.count({ where: { id: appealId, county } })) > 0
}

export type Claim = { caseId: string; staffId: string | null; until: number | null }

/**
 * Who has the open case of an appeal's round in hand; taken for the rest of the transaction, so that it is neither released
 * nor given to somebody else before the verdict stands. Application, appeal, case: in this order wherever several are taken,
 * or a family that takes its appeal back meets the reviewer halfway. @param real real time, milliseconds: a claim that ran out is nobody's
 */
export async function claimOfAppeal(transaction: Transaction, appealId: string, round: number, real: number): Promise<Claim | null> {
  await transaction.$executeRaw`SELECT id FROM appeals WHERE id = ${appealId}::uuid FOR NO KEY UPDATE`
  await transaction.$executeRaw`SELECT id FROM review_cases WHERE appeal_id = ${appealId}::uuid AND round = ${round} AND status = 'open' FOR NO KEY UPDATE`
  const found = await transaction.reviewCase.findFirst({ where: { appealId, round, status: 'open' }, select: { id: true, claimedById: true, claimedUntil: true } })
  if (!found) return null
  const until = found.claimedUntil?.getTime() ?? null
  const holds = until !== null && until > real
  return { caseId: found.id, staffId: holds ? found.claimedById : null, until: holds ? until : null }
}
