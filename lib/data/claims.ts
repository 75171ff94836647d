import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { CLAIM_MS } from '@/lib/domain/cases'
import type { CaseNarrowing } from '@/lib/domain/case-filters'
import { unwrapApplicationKey, type ApplicationKey } from './cipher'
import { isFree, narrowed } from './case-filters'
import type { Db, Transaction } from './db'
import { Prisma } from './generated/client'

/** A case whose row the transaction holds. */
export type HeldCase = {
  id: string
  open: boolean
  submissionId: string | null
  objectionId: string | null
  /** the answer to an objection that lies before the second officer */
  answerId: string | null
  /** who has it in hand; null where nobody has, or the claim has run out */
  holderId: string | null
  application: { id: string; county: string; year: number; key: ApplicationKey }
}

const columns = {
  id: true, status: true, submissionId: true, objectionId: true, answerId: true, claimedById: true, claimedUntil: true,
  application: { select: { id: true, county: true, year: true, wrappedKey: true } },
} as const satisfies Prisma.ReviewCaseSelect

/**
 * Takes a case of the officer's own county for the rest of the transaction: claims, releases and verdicts of it come one after
 * the other. Another county's is not there at all, nor is an erased family's, nor one whose registration has gone to
 * another county since. No stronger than an update takes it, so that a note may be written meanwhile.
 * @param real real time, milliseconds
 */
export async function holdCase(transaction: Transaction, { county }: Pick<StaffActor, 'county'>, id: string, real: number): Promise<HeldCase | null> {
  await transaction.$executeRaw`SELECT id FROM review_cases WHERE id = ${id}::uuid AND county = ${county} FOR NO KEY UPDATE`
  const row = await transaction.reviewCase.findFirst({ where: { id, county, application: { county } }, select: columns })
  if (!row?.application.wrappedKey) return null
  const { wrappedKey, ...application } = row.application
  return {
    id: row.id,
    open: row.status === 'open',
    submissionId: row.submissionId,
    objectionId: row.objectionId,
    answerId: row.answerId,
    holderId: row.claimedUntil && row.claimedUntil.getTime() > real ? row.claimedById : null,
    application: { ...application, key: unwrapApplicationKey(wrappedKey) },
  }
}

/** Gives a case that the transaction holds to an officer, from now on for as long as a claim lasts. */
export async function giveCaseTo(transaction: Transaction, { id }: Pick<HeldCase, 'id'>, staffId: string, real: number): Promise<void> {
  await transaction.reviewCase.update({ where: { id }, data: { claimedById: staffId, claimedUntil: new Date(real + CLAIM_MS) }, select: { id: true } })
}

export async function freeCase(transaction: Transaction, { id }: Pick<HeldCase, 'id'>): Promise<void> {
  await transaction.reviewCase.update({ where: { id }, data: { claimedById: null, claimedUntil: null }, select: { id: true } })
}

type Next = { actor: StaffActor; narrowing: CaseNarrowing; years: readonly number[]; now: Now }

/**
 * Gives the officer the case that is due first among those in nobody's hand. Whoever asks at the same moment passes over a row
 * that another one is taking (SKIP LOCKED) and gets the one after it. @returns its id, or null when none is left
 */
export async function takeNextCase(transaction: Transaction, { actor, narrowing, years, now }: Next): Promise<string | null> {
  const [taken] = await transaction.$queryRaw<{ id: string }[]>`
    UPDATE review_cases SET claimed_by_id = ${actor.staffId}::uuid, claimed_until = ${new Date(now.real + CLAIM_MS)}
    WHERE id = (
      SELECT c.id FROM review_cases c
      WHERE c.status = 'open' AND ${isFree(now.real)} AND ${Prisma.join(narrowed(narrowing, { actor, years, at: now.season }), ' AND ')}
      ORDER BY c.due_at, c.id LIMIT 1
      FOR NO KEY UPDATE SKIP LOCKED)
    RETURNING id`
  return taken?.id ?? null
}

/** Opening a case that one has in hand starts its time again. @returns whether it is still in this officer's hand */
export async function extendClaimOf(on: Db, { county, staffId }: StaffActor, id: string, real: number): Promise<boolean> {
  const moved = await on.reviewCase.updateMany({
    where: { id, county, status: 'open', claimedById: staffId, claimedUntil: { gt: new Date(real) } },
    data: { claimedUntil: new Date(real + CLAIM_MS) },
  })
  return moved.count === 1
}

/** How many cases an officer has in hand, one may be left out; an administrator may have given some of them. @param real real time, milliseconds */
export async function countInHand(on: Db, { county, staffId }: StaffActor, real: number, except?: string): Promise<number> {
  return on.reviewCase.count({ where: { county, status: 'open', claimedById: staffId, claimedUntil: { gt: new Date(real) }, answerId: null, id: { not: except } } })
}
