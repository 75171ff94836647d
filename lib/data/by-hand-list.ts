import 'server-only'
import type { AllocationReason } from '@/lib/rules'
import { allocationReason } from '@/lib/domain/admission'
import { listingDetail } from '@/lib/domain/listing'
import { BY_HAND_KINDS } from '@/lib/domain/proposals'
import { lateBeside, type RunBeside } from './by-hand'
import { unwrapApplicationKey } from './cipher'
import type { Db } from './db'
import { readContent } from './json'
import { Prisma } from './generated/client'

const BY_HAND_LINES = 50
const LATE_LINES = 200

/** A child for whom the run found no school: why (null where the run knows nothing of it), for which one it had registered, and what has become of it since. */
export type ByHandLine = { applicationId: string; child: string; because: AllocationReason | null; preallocated: string | null; given: string | null; proposed: boolean }
export type ByHandPage = { lines: ByHandLine[]; next: string | null }

type Asked = { run: RunBeside; /** those who have been given a school, or those who have not */ given: boolean; after: string | null }

/**
 * One page of those whom a run left to the county, by their lots: no order that anybody could have brought about. The walk of
 * the index ends with the page, and only its lines are decrypted.
 */
export async function listByHand(on: Db, { run, given, after }: Asked): Promise<ByHandPage> {
  const last = after === null ? null : await on.allocationDecision.findUnique({ where: { runId_applicationId: { runId: run.id, applicationId: after } }, select: { lot: true } })
  const beyond = last ? Prisma.sql`AND (d.lot, d.application_id) > (${last.lot}, ${after}::uuid)` : Prisma.empty
  const rows = await on.$queryRaw<{ id: string; because: string }[]>`
    SELECT d.application_id::text AS id, d.because FROM allocation_decisions d
    JOIN applications a ON a.id = d.application_id AND a.wrapped_key IS NOT NULL JOIN listings l ON l.application_id = d.application_id
    WHERE d.run_id = ${run.id}::uuid AND d.outcome = 'by-hand' ${beyond}
      AND ${given ? Prisma.empty : Prisma.sql`NOT`} EXISTS (SELECT FROM allocation_overrides o WHERE o.run_id = d.run_id AND o.application_id = d.application_id)
    ORDER BY d.lot, d.application_id LIMIT ${BY_HAND_LINES + 1}`
  const shown = rows.slice(0, BY_HAND_LINES)
  const found = await on.application.findMany({ where: { id: { in: shown.map(({ id }) => id) } }, select: lineColumns(run.id) })
  const families = new Map(found.map((row) => [row.id, row]))
  const lines = shown.flatMap(({ id, because }) => {
    const row = families.get(id)
    return row ? toLine(row, allocationReason.parse(because)) : []
  })
  return { lines: after === null ? [...(await listLate(on, run, given)), ...lines] : lines, next: rows.length > BY_HAND_LINES ? (lines.at(-1)?.applicationId ?? null) : null }
}

/** Those who were completed after the publication come first: nobody but the county will ever place them. A few, by id. */
async function listLate(on: Db, run: RunBeside, given: boolean): Promise<ByHandLine[]> {
  const rows = await on.application.findMany({
    where: { submissions: { some: lateBeside(run) }, listing: { isNot: null }, overrides: placedOrNot(run.id, given) },
    select: lineColumns(run.id),
    orderBy: { id: 'asc' },
    take: LATE_LINES,
  })
  return rows.flatMap((application) => toLine(application, null))
}

function placedOrNot(runId: string, given: boolean): Prisma.AllocationOverrideListRelationFilter {
  return given ? { some: { runId } } : { none: { runId } }
}

function lineColumns(runId: string) {
  return {
    id: true, wrappedKey: true,
    listing: { select: { detailCipher: true, schoolCode: true } },
    overrides: { where: { runId }, select: { schoolCode: true }, orderBy: { id: 'desc' }, take: 1 },
    proposals: { where: { status: 'waiting', kind: { in: [...BY_HAND_KINDS] } }, select: { id: true } },
  } as const satisfies Prisma.ApplicationSelect
}

function toLine({ id: applicationId, wrappedKey, listing, overrides, proposals }: Prisma.ApplicationGetPayload<{ select: ReturnType<typeof lineColumns> }>, because: AllocationReason | null): ByHandLine[] {
  if (!wrappedKey || !listing) return []
  const detail = readContent(unwrapApplicationKey(wrappedKey), 'listing', listing.detailCipher, listingDetail)
  return [{ applicationId, child: detail.child ?? detail.childIdNumber, because, preallocated: listing.schoolCode, given: overrides[0]?.schoolCode ?? null, proposed: proposals.length > 0 }]
}
