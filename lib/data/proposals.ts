import 'server-only'
import { z } from 'zod'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { proposalKind, type ProposalHead, type ProposalKind } from '@/lib/domain/proposals'
import { fail, succeed, type Result } from '@/lib/domain/result'
import type { ApplicationKey } from './cipher'
import type { Db, Transaction } from './db'
import { readContent, writeContent } from './json'
import type { Prisma } from './generated/client'

const columns = { id: true, county: true, year: true, kind: true, applicationId: true, proposedById: true, proposedAt: true, status: true } as const satisfies Prisma.ProposalSelect

export function proposalHead(row: Prisma.ProposalGetPayload<{ select: typeof columns }>): ProposalHead {
  return { ...row, kind: proposalKind.parse(row.kind), proposedAt: row.proposedAt.getTime() }
}

type Proposed = { actor: StaffActor; application: { id: string; county: string; year: number; key: ApplicationKey }; kind: ProposalKind; content: unknown; now: Now }

/** Writes a proposal, in the caller's transaction; deciding it is another officer's. @returns its id */
export async function addProposal(transaction: Transaction, { actor, application, kind, content, now }: Proposed): Promise<string> {
  const { id } = await transaction.proposal.create({
    data: {
      county: application.county, year: application.year, kind, applicationId: application.id,
      proposedById: actor.staffId, proposedAt: new Date(now.season), contentCipher: writeContent(application.key, 'proposal', content),
    },
    select: { id: true },
  })
  return id
}

/** A proposal of the officer's own county; another county's is not there at all. */
export async function findProposal(on: Db, { county }: Pick<StaffActor, 'county'>, id: string): Promise<ProposalHead | null> {
  const row = await on.proposal.findFirst({ where: { id, county }, select: columns })
  return row && proposalHead(row)
}

/** Those that wait in the officer's county, oldest first; of some kinds, or of one application. */
export async function listWaitingProposals(on: Db, { county }: Pick<StaffActor, 'county'>, only: { kinds?: readonly ProposalKind[]; applicationId?: string } = {}, take = 100): Promise<ProposalHead[]> {
  const rows = await on.proposal.findMany({
    where: { county, status: 'waiting', ...(only.kinds ? { kind: { in: [...only.kinds] } } : {}), ...(only.applicationId ? { applicationId: only.applicationId } : {}) },
    select: columns, orderBy: { id: 'asc' }, take,
  })
  return rows.map(proposalHead)
}

export async function readProposal<Schema extends z.ZodType>(on: Db, { id }: Pick<ProposalHead, 'id'>, key: ApplicationKey, schema: Schema): Promise<z.infer<Schema>> {
  const { contentCipher } = await on.proposal.findUniqueOrThrow({ where: { id }, select: { contentCipher: true } })
  return readContent(key, 'proposal', contentCipher, schema)
}

/** What the second officer said of it. */
export const decisionContent = z.object({ schemaVersion: z.literal(1), note: z.string() })

type Decided = { actor: StaffActor; proposal: ProposalHead; key: ApplicationKey; outcome: 'approved' | 'refused'; note: string; now: Now }

/**
 * The second officer's word, or nothing: whoever proposed it does not decide it, and it is decided once. The caller's
 * transaction then does what was approved, so that both stand or fall together.
 */
export async function markDecided(transaction: Transaction, { actor, proposal, key, outcome, note, now }: Decided): Promise<Result<null, { code: 'SAME_OFFICER' | 'CHANGED_MEANWHILE' }>> {
  if (proposal.proposedById === actor.staffId) return fail({ code: 'SAME_OFFICER' })
  const moved = await transaction.proposal.updateMany({
    where: { id: proposal.id, county: actor.county, status: 'waiting', proposedById: { not: actor.staffId } },
    data: { status: outcome, decidedById: actor.staffId, decidedAt: new Date(now.season), decisionCipher: writeContent(key, 'proposal-decision', { schemaVersion: 1, note } satisfies z.infer<typeof decisionContent>) },
  })
  return moved.count === 1 ? succeed(null) : fail({ code: 'CHANGED_MEANWHILE' })
}

/** The officer who proposed it takes it back. */
export async function markWithdrawn(transaction: Transaction, actor: StaffActor, id: string, now: Now): Promise<boolean> {
  const moved = await transaction.proposal.updateMany({ where: { id, county: actor.county, status: 'waiting', proposedById: actor.staffId }, data: { status: 'withdrawn', decidedById: actor.staffId, decidedAt: new Date(now.season) } })
  return moved.count === 1
}
