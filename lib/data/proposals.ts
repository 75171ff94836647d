import 'server-only'
import { z } from 'zod'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { proposalKind, type ProposalHead, type ProposalKind } from '@/lib/domain/proposals'
import { fail, succeed, type Result } from '@/lib/domain/result'
import type { ApplicationKey } from './cipher'
import type { Db, Transaction } from './db'
import { readContent, writeContent } from './json'
import type { Prisma } from './generated/client'

export const proposalColumns = { id: true, county: true, year: true, kind: true, applicationId: true, proposedById: true, proposedAt: true, status: true } as const satisfies Prisma.ProposalSelect

export function proposalHead(row: Prisma.ProposalGetPayload<{ select: typeof proposalColumns }>): ProposalHead {
  return { ...row, kind: proposalKind.parse(row.kind), proposedAt: row.proposedAt.getTime() }
}

type Proposed = { actor: Pick<StaffActor, 'staffId'>; application: { id: string; county: string; year: number; key: ApplicationKey }; kind: ProposalKind; content: unknown; now: Now; /** its papers are still to be scanned: nobody else has it before them yet */ draft?: boolean }

/** Writes a proposal, in the caller's transaction; deciding it is another officer's. @returns its id */
export async function addProposal(transaction: Transaction, { actor, application, kind, content, now, draft = false }: Proposed): Promise<string> {
  const { id } = await transaction.proposal.create({
    data: {
      county: application.county, year: application.year, kind, applicationId: application.id, status: draft ? 'draft' : 'waiting',
      proposedById: actor.staffId, proposedAt: new Date(now.season), contentCipher: writeContent(application.key, 'proposal', content),
    },
    select: { id: true },
  })
  return id
}

type Amended = { actor: StaffActor; proposalId: string; key: ApplicationKey; content: unknown; now: Now }

/** Changes the officer's own draft, or lays it before the second officer. @returns false when it is no draft of this officer's any more */
export async function writeDraft(transaction: Transaction, { actor, proposalId, key, content, now }: Amended, status: 'draft' | 'waiting'): Promise<boolean> {
  const written = await transaction.proposal.updateMany({
    where: { id: proposalId, county: actor.county, proposedById: actor.staffId, status: 'draft' },
    data: { status, contentCipher: writeContent(key, 'proposal', content), proposedAt: new Date(now.season) },
  })
  return written.count === 1
}

/** Takes the officer's own draft for the rest of the transaction, if nobody has sent or dropped it meanwhile: scans come and go one after the other. */
export async function holdDraftProposal(transaction: Transaction, actor: StaffActor, proposalId: string): Promise<boolean> {
  const held = await transaction.$executeRaw`SELECT id FROM proposals WHERE id = ${proposalId}::uuid AND county = ${actor.county} AND proposed_by_id = ${actor.staffId}::uuid AND status = 'draft' FOR NO KEY UPDATE`
  return held === 1
}

/** A proposal of the officer's own county; another county's is not there at all. */
export async function findProposal(on: Db, { county }: Pick<StaffActor, 'county'>, id: string): Promise<ProposalHead | null> {
  const row = await on.proposal.findFirst({ where: { id, county }, select: proposalColumns })
  return row && proposalHead(row)
}

/** Those that wait in the officer's county, oldest first; of some kinds, or of one application. */
export async function listWaitingProposals(on: Db, { county }: Pick<StaffActor, 'county'>, only: { kinds?: readonly ProposalKind[]; applicationId?: string } = {}, take = 100): Promise<ProposalHead[]> {
  const rows = await on.proposal.findMany({
    where: { county, status: 'waiting', ...(only.kinds ? { kind: { in: [...only.kinds] } } : {}), ...(only.applicationId ? { applicationId: only.applicationId } : {}) },
    select: proposalColumns, orderBy: { id: 'asc' }, take,
  })
  return rows.map(proposalHead)
}

export async function readProposal<Schema extends z.ZodType>(on: Db, { id }: Pick<ProposalHead, 'id'>, key: ApplicationKey, schema: Schema): Promise<z.infer<Schema>> {
  const { contentCipher } = await on.proposal.findUniqueOrThrow({ where: { id }, select: { contentCipher: true } })
  return readContent(key, 'proposal', contentCipher, schema)
}

/** What the second officer said of it. */
const decisionContent = z.object({ schemaVersion: z.literal(1), note: z.string() })

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
  const moved = await transaction.proposal.updateMany({ where: { id, county: actor.county, status: { in: ['draft', 'waiting'] }, proposedById: actor.staffId }, data: { status: 'withdrawn', decidedById: actor.staffId, decidedAt: new Date(now.season) } })
  return moved.count === 1
}

/** What waits or is begun is nobody's any more once the application has gone to another county. @returns which */
export async function closeOpenProposals(transaction: Transaction, applicationId: string, at: Date): Promise<string[]> {
  // Nobody but the one who scanned them has read a draft's papers.
  await transaction.deskScan.deleteMany({ where: { proposal: { applicationId, status: 'draft' } } })
  const closed = await transaction.proposal.updateManyAndReturn({ where: { applicationId, status: { in: ['draft', 'waiting'] } }, data: { status: 'withdrawn', decidedAt: at }, select: { id: true } })
  return closed.map(({ id }) => id)
}

/** What was to be answered to an objection that the family has taken back. */
export async function closeAnswersTo(transaction: Transaction, objectionId: string, at: Date): Promise<void> {
  await transaction.proposal.updateMany({ where: { answeredCase: { objectionId }, status: 'waiting' }, data: { status: 'withdrawn', decidedAt: at } })
}

/** What the second officer wrote; empty while nobody has decided. */
export function decisionNote(key: ApplicationKey, decisionCipher: string | null): string {
  return decisionCipher ? readContent(key, 'proposal-decision', decisionCipher, decisionContent).note : ''
}

export type ProposalDecision = { decidedById: string; decidedAt: number; note: string }

/** The second officer's word; null while there is none. */
export async function readDecision(on: Db, { id }: Pick<ProposalHead, 'id'>, key: ApplicationKey): Promise<ProposalDecision | null> {
  const row = await on.proposal.findUniqueOrThrow({ where: { id }, select: { decidedById: true, decidedAt: true, decisionCipher: true } })
  if (!row.decidedById || !row.decidedAt || !row.decisionCipher) return null
  return { decidedById: row.decidedById, decidedAt: row.decidedAt.getTime(), note: decisionNote(key, row.decisionCipher) }
}
