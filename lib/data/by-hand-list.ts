import 'server-only'
import type { AllocationReason } from '@/lib/rules'
import { allocationReason } from '@/lib/domain/admission'
import { listingDetail } from '@/lib/domain/listing'
import { BY_HAND_KINDS } from '@/lib/domain/proposals'
import { unwrapApplicationKey } from './cipher'
import type { Db } from './db'
import { readContent } from './json'
import type { Prisma } from './generated/client'

const BY_HAND_LINES = 50

/** A child for whom the run found no school: why, for which one it had registered, and what has become of it since. */
export type ByHandLine = { applicationId: string; child: string; because: AllocationReason; preallocated: string | null; given: string | null; proposed: boolean }
export type ByHandPage = { lines: ByHandLine[]; next: string | null }

type Asked = { runId: string; /** those who have been given a school, or those who have not */ given: boolean; after: string | null }

/**
 * One page of those whom a run left to the county, by their lots: no order that anybody could have brought about. Only the
 * lines of the page are decrypted.
 */
export async function listByHand(on: Db, { runId, given, after }: Asked): Promise<ByHandPage> {
  const overrides = { where: { runId }, select: { schoolCode: true }, orderBy: { id: 'desc' }, take: 1 } as const
  const rows = await on.allocationDecision.findMany({
    where: { runId, outcome: 'by-hand', application: { wrappedKey: { not: null }, listing: { isNot: null }, overrides: given ? { some: { runId } } : { none: { runId } } } },
    select: {
      applicationId: true, because: true,
      application: { select: { wrappedKey: true, listing: { select: { detailCipher: true, schoolCode: true } }, overrides, proposals: { where: { status: 'waiting', kind: { in: [...BY_HAND_KINDS] } }, select: { id: true } } } },
    },
    orderBy: [{ lot: 'asc' }, { applicationId: 'asc' }],
    take: BY_HAND_LINES + 1,
    ...(after === null ? {} : { cursor: { runId_applicationId: { runId, applicationId: after } }, skip: 1 }),
  } satisfies Prisma.AllocationDecisionFindManyArgs)
  const lines = rows.slice(0, BY_HAND_LINES).flatMap(({ applicationId, because, application: { wrappedKey, listing, overrides: given, proposals } }): ByHandLine[] => {
    if (!wrappedKey || !listing) return []
    const detail = readContent(unwrapApplicationKey(wrappedKey), 'listing', listing.detailCipher, listingDetail)
    return [{ applicationId, child: detail.child ?? detail.childIdNumber, because: allocationReason.parse(because), preallocated: listing.schoolCode, given: given[0]?.schoolCode ?? null, proposed: proposals.length > 0 }]
  })
  return { lines, next: rows.length > BY_HAND_LINES ? (lines.at(-1)?.applicationId ?? null) : null }
}
