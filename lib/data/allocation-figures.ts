import 'server-only'
import { z } from 'zod'
import { allocationOutcome, allocationReason } from '@/lib/domain/admission'
import type { AllocationQuery } from '@/lib/domain/allocation-query'
import { listingDetail, type ListingDetail } from '@/lib/domain/listing'
import { unwrapApplicationKey } from './cipher'
import type { Db } from './db'
import { Prisma } from './generated/client'
import { readContent } from './json'
import type { PublishedSeason } from './seasons'

type Place = Pick<PublishedSeason, 'county' | 'year'>
/** What still waits for a reviewer: appeals, and checks of submissions. */
export type Unfinished = { appeals: number; audits: number }

export async function countUnfinished(on: Db, { county, year }: Place): Promise<Unfinished> {
  const [row] = await on.$queryRaw<Unfinished[]>`
    SELECT (count(*) FILTER (WHERE appeal_id IS NOT NULL))::int AS appeals, (count(*) FILTER (WHERE submission_id IS NOT NULL))::int AS audits
    FROM review_cases WHERE county = ${county} AND year = ${year} AND status = 'open'`
  return row ?? { appeals: 0, audits: 0 }
}

/** Those who take part as it stands now, without opening what was frozen. */
export async function countCandidates(on: Db, { county, year }: Place): Promise<number> {
  const [row] = await on.$queryRaw<{ count: number }[]>`
    SELECT coalesce(sum(count), 0)::int AS count FROM listing_counts WHERE county = ${county} AND year = ${year} AND by = 'day' AND status IN ('submitted', 'returned')`
  return row?.count ?? 0
}

const decisionRow = z.object({ id: z.string(), outcome: allocationOutcome, because: allocationReason, school: z.string().nullable(), wanted: z.string().nullable(), rank: z.int().nullable(), lot: z.string(), override: z.string().nullable(), detail_cipher: z.string(), wrapped_key: z.string() })
export type DecisionLine = Omit<z.infer<typeof decisionRow>, 'detail_cipher' | 'wrapped_key'> & { detail: ListingDetail }

/** A page of a run's decisions as the filters narrow them, by application; `after` is the last one of the page before. */
export async function listDecisions(on: Db, runId: string, { school, outcome, because, rank, after }: AllocationQuery, take: number): Promise<{ lines: DecisionLine[]; next: string | null }> {
  const narrowed = Prisma.join(
    [
      school ? Prisma.sql`AND (d.school_code = ${school} OR (d.outcome = 'by-hand' AND d.wanted_code = ${school}))` : Prisma.empty,
      outcome ? Prisma.sql`AND d.outcome = ${outcome}` : Prisma.empty,
      because ? Prisma.sql`AND d.because = ${because}` : Prisma.empty,
      rank === undefined ? Prisma.empty : Prisma.sql`AND d.rank = ${rank}`,
      after ? Prisma.sql`AND d.application_id > ${after}::uuid` : Prisma.empty,
    ],
    ' ',
  )
  const rows = decisionRow.array().parse(await on.$queryRaw`
    SELECT d.application_id::text AS id, d.outcome, d.because, d.school_code AS school, d.wanted_code AS wanted, d.rank, d.lot, l.detail_cipher, a.wrapped_key,
      (SELECT o.school_code FROM allocation_overrides o WHERE o.run_id = d.run_id AND o.application_id = d.application_id ORDER BY o.id DESC LIMIT 1) AS override
    FROM allocation_decisions d JOIN applications a ON a.id = d.application_id AND a.wrapped_key IS NOT NULL JOIN listings l ON l.application_id = d.application_id
    WHERE d.run_id = ${runId}::uuid ${narrowed} ORDER BY d.application_id LIMIT ${take + 1}`)
  const lines = rows.slice(0, take).map(({ detail_cipher: cipher, wrapped_key: wrapped, ...line }): DecisionLine => ({ ...line, detail: readContent(unwrapApplicationKey(wrapped), 'listing', cipher, listingDetail) }))
  return { lines, next: rows.length > take ? (lines.at(-1)?.id ?? null) : null }
}

/** How children are called, by application, in a list that names some. */
export async function childrenOf(on: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await on.listing.findMany({ where: { applicationId: { in: [...ids] }, application: { wrappedKey: { not: null } } }, select: { applicationId: true, detailCipher: true, application: { select: { wrappedKey: true } } } })
  return new Map(rows.flatMap(({ applicationId, detailCipher, application: { wrappedKey } }) => {
    if (!wrappedKey) return []
    const { child, childIdNumber } = readContent(unwrapApplicationKey(wrappedKey), 'listing', detailCipher, listingDetail)
    return [[applicationId, child ?? childIdNumber] as const]
  }))
}
