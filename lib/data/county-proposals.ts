import 'server-only'
import { z } from 'zod'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { countyProposalKind, type CountyProposal, type CountyProposalKind } from '@/lib/domain/county-proposals'
import { fail, succeed, type Result } from '@/lib/domain/result'
import type { Db, Transaction } from './db'
import { Prisma } from './generated/client'

type Row = Prisma.CountyProposalGetPayload<object>

const status = z.enum(['waiting', 'approved', 'refused', 'withdrawn'])

function toProposal(row: Row): CountyProposal {
  return { ...row, kind: countyProposalKind.parse(row.kind), status: status.parse(row.status), proposedAt: row.proposedAt.getTime(), decidedAt: row.decidedAt?.getTime() ?? null }
}

type Proposed = { actor: StaffActor; year: number; kind: CountyProposalKind; subjectId: string | null; content: Prisma.InputJsonObject; now: Now }

/** Writes what another administrator is to decide, in the caller's transaction. ALREADY_WAITING where one of the kind waits for that season. */
export async function addCountyProposal(transaction: Transaction, { actor, year, kind, subjectId, content, now }: Proposed): Promise<Result<{ id: string }, { code: 'ALREADY_WAITING' }>> {
  const { county, staffId: proposedById } = actor
  // An index lets one wait; whoever comes second is told so, instead of a broken transaction.
  const [written] = await transaction.countyProposal.createManyAndReturn({
    data: [{ county, year, kind, subjectId, content, proposedById, proposedAt: new Date(now.season) }],
    select: { id: true }, skipDuplicates: true,
  })
  return written ? succeed(written) : fail({ code: 'ALREADY_WAITING' })
}

/** One of the officer's own county; another county's is not there at all. */
export async function findCountyProposal(on: Db, { county }: Pick<StaffActor, 'county'>, id: string): Promise<CountyProposal | null> {
  const row = await on.countyProposal.findFirst({ where: { id, county } })
  return row && toProposal(row)
}

/** What the county has proposed, of some kinds, the newest first; decided ones too. */
export async function listCountyProposals(on: Db, { county }: Pick<StaffActor, 'county'>, only: { kinds: readonly CountyProposalKind[]; year?: number; waiting?: true; subjectId?: string }, take = 50): Promise<CountyProposal[]> {
  const { kinds, year, waiting, subjectId } = only
  const rows = await on.countyProposal.findMany({ where: { county, kind: { in: [...kinds] }, year, subjectId, ...(waiting ? { status: 'waiting' } : {}) }, orderBy: { id: 'desc' }, take })
  return rows.map(toProposal)
}

type Decided = { actor: StaffActor; proposal: CountyProposal; outcome: 'approved' | 'refused'; note: string; now: Now }

/**
 * The second administrator's word, or nothing: whoever proposed it does not decide it, and it is decided once. The caller's
 * transaction then does what was approved, so that both stand or fall together.
 */
export async function decideCountyProposal(transaction: Transaction, { actor, proposal, outcome, note, now }: Decided): Promise<Result<null, { code: 'SAME_OFFICER' | 'CHANGED_MEANWHILE' }>> {
  if (proposal.proposedById === actor.staffId) return fail({ code: 'SAME_OFFICER' })
  const moved = await transaction.countyProposal.updateMany({
    where: { id: proposal.id, county: actor.county, status: 'waiting', proposedById: { not: actor.staffId } },
    data: { status: outcome, decidedById: actor.staffId, decidedAt: new Date(now.season), note },
  })
  return moved.count === 1 ? succeed(null) : fail({ code: 'CHANGED_MEANWHILE' })
}

/** Whoever proposed it takes it back. @returns false when it does not wait any more */
export async function withdrawCountyProposal(transaction: Transaction, actor: StaffActor, id: string, now: Now): Promise<boolean> {
  const moved = await transaction.countyProposal.updateMany({ where: { id, county: actor.county, status: 'waiting', proposedById: actor.staffId }, data: { status: 'withdrawn', decidedById: actor.staffId, decidedAt: new Date(now.season) } })
  return moved.count === 1
}
