import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { DESK_KINDS } from '@/lib/domain/desk-entries'
import { listingDetail } from '@/lib/domain/listing'
import type { ProposalHead } from '@/lib/domain/proposals'
import { unwrapApplicationKey } from './cipher'
import { db } from './db'
import { readContent } from './json'
import { proposalColumns, proposalHead } from './proposals'
import { staffNames } from './staff'
import type { Prisma } from './generated/client'

/** A proposal of the desk as a line of a list: of which family, whose, and by whom it was decided. */
export type ProposalLine = ProposalHead & { child: string | null; childIdNumber: string; proposedBy: string; decidedBy: string | null }

const columns = { ...proposalColumns, decidedById: true, application: { select: { wrappedKey: true, listing: { select: { detailCipher: true } } } } } as const satisfies Prisma.ProposalSelect
const LINES = 100

async function listLines(where: Prisma.ProposalWhereInput, orderBy: Prisma.ProposalOrderByWithRelationInput): Promise<ProposalLine[]> {
  const rows = await db().proposal.findMany({ where: { ...where, kind: { in: [...DESK_KINDS] }, application: { wrappedKey: { not: null } } }, select: columns, orderBy, take: LINES })
  const names = await staffNames(db(), rows.flatMap(({ proposedById, decidedById }) => (decidedById ? [proposedById, decidedById] : [proposedById])))
  return rows.flatMap(({ application, decidedById, ...row }) => {
    if (!application.wrappedKey || !application.listing) return []
    const { child, childIdNumber } = readContent(unwrapApplicationKey(application.wrappedKey), 'listing', application.listing.detailCipher, listingDetail)
    return [{ ...proposalHead(row), child, childIdNumber, proposedBy: names.get(row.proposedById) ?? '', decidedBy: decidedById && (names.get(decidedById) ?? '') }]
  })
}

/** What waits for a second officer of the county, oldest first; of one family or of all. */
export function listWaitingLines({ county }: StaffActor): Promise<ProposalLine[]> {
  return listLines({ county, status: 'waiting' }, { id: 'asc' })
}

/** The officer's own, newest first: begun, waiting, and what became of them. */
export function listOwnLines({ county, staffId }: StaffActor): Promise<ProposalLine[]> {
  return listLines({ county, proposedById: staffId }, { id: 'desc' })
}

/** Everything that the county's desk has proposed for a family; of drafts only the officer's own. */
export function listLinesOfFamily({ county, staffId }: StaffActor, applicationId: string): Promise<ProposalLine[]> {
  return listLines({ county, applicationId, OR: [{ status: { not: 'draft' } }, { proposedById: staffId }] }, { id: 'desc' })
}
