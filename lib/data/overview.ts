import 'server-only'
import { z } from 'zod'
import { CASE_KINDS } from '@/lib/domain/cases'
import { overviewOf, STILL_MS, type Counted, type Overview } from '@/lib/domain/overview'
import { DAY_MS, shanghaiDay, shanghaiMidnight } from '@/lib/domain/shanghai-day'
import { OPEN_STATUSES } from '@/lib/domain/status'
import { db, type Transaction } from './db'
import type { PublishedSeason } from './seasons'

const caseKind = z.enum(CASE_KINDS)

/**
 * The figures of a county's season: everything that the overview shows comes from here. One snapshot of the database for all
 * of them, so that what is decided meanwhile is not in one figure and missing from the next.
 * @param at the season's clock, milliseconds
 */
export async function readOverview({ county, year, season }: Pick<PublishedSeason, 'county' | 'year' | 'season'>, at: number): Promise<Overview> {
  const place = { county, year }
  const counted = await db().$transaction(
    async (transaction): Promise<Counted> => ({
      submitted: await countSubmitted(transaction, place),
      drafts: await countDrafts(transaction, place, at),
      waiting: await countWaiting(transaction, place, at),
      appeals: await countAppeals(transaction, place),
      flow: await countFlow(transaction, place),
      medians: await readMedians(transaction, place, at),
    }),
    { isolationLevel: 'RepeatableRead' },
  )
  return overviewOf(counted, { ...season.settings, ...season }, at)
}

type Place = { county: string; year: number }

/** Out of the sums that every change of a listing keeps. What a submission froze counts from its newest round; one that was sent back holds until the next. */
async function countSubmitted(on: Transaction, { county, year }: Place): Promise<Counted['submitted']> {
  const rows = await on.$queryRaw<{ school: string | null; category: string | null; day: Date; count: number }[]>`
    SELECT school_code AS school, category, submitted_on AS day, sum(count)::int AS count
    FROM listing_counts WHERE county = ${county} AND year = ${year} AND by = 'day' AND submitted_on IS NOT NULL
    GROUP BY 1, 2, 3 HAVING sum(count) <> 0`
  return rows.map((row) => ({ ...row, day: row.day.getTime() }))
}

/** Those that moved of late are the few that the index has in front. */
async function countDrafts(on: Transaction, { county, year }: Place, at: number): Promise<Counted['drafts']> {
  const [row] = await on.$queryRaw<Counted['drafts'][]>`
    SELECT count, count - (SELECT count(*)::int FROM listings WHERE county = ${county} AND year = ${year} AND status = 'draft' AND changed_at >= ${new Date(at - STILL_MS)}) AS still
    FROM (SELECT coalesce(sum(count), 0)::int AS count FROM listing_counts WHERE county = ${county} AND year = ${year} AND by = 'day' AND status = 'draft') AS drafts`
  return row ?? { count: 0, still: 0 }
}

async function countWaiting(on: Transaction, { county, year }: Place, at: number): Promise<Counted['waiting']> {
  const rows = await on.$queryRaw<{ kind: string; day: Date; overdue: boolean; count: number }[]>`
    SELECT kind, date_bin('1 day', opened_at, '2000-01-01 00:00+08') AS day, due_at < ${new Date(at)} AS overdue, count(*)::int AS count
    FROM review_cases WHERE county = ${county} AND year = ${year} AND status = 'open'
    GROUP BY 1, 2, 3`
  return rows.map((row) => ({ ...row, kind: caseKind.parse(row.kind), day: row.day.getTime() }))
}

/** By the school of the registration, which the appeal itself does not know. One that waits or was refused is of a registration that is still open. */
async function countAppeals(on: Transaction, { county, year }: Place): Promise<Counted['appeals']> {
  return on.$queryRaw<Counted['appeals'][number][]>`
    SELECT l.school_code AS school, (count(*) FILTER (WHERE a.status = 'waiting'))::int AS waiting, (count(*) FILTER (WHERE a.status = 'refused'))::int AS refused
    FROM appeals a LEFT JOIN listings l ON l.application_id = a.application_id AND l.county = a.county AND l.year = a.year AND l.status = ANY(${[...OPEN_STATUSES]}::application_status[])
    WHERE a.county = ${county} AND a.year = ${year} AND a.status IN ('waiting', 'refused')
    GROUP BY 1`
}

/**
 * How long it took from the moment a case came to its decision, in hours as the clock counts them: a season says when work
 * ends, not when it begins. What a family took back, or a submission ended, was not decided.
 */
async function readMedians(on: Transaction, { county, year }: Place, at: number): Promise<Counted['medians']> {
  const today = shanghaiMidnight(shanghaiDay(at))
  const rows = await on.$queryRaw<{ of: 'all' | 'yesterday' | 'kind'; kind: string | null; ms: number | null }[]>`
    SELECT 'all' AS of, NULL AS kind, percentile_cont(0.5) WITHIN GROUP (ORDER BY took_ms) AS ms
    FROM review_cases WHERE county = ${county} AND year = ${year} AND took_ms IS NOT NULL
    UNION ALL SELECT 'yesterday', NULL, percentile_cont(0.5) WITHIN GROUP (ORDER BY took_ms)
    FROM review_cases WHERE county = ${county} AND year = ${year} AND took_ms IS NOT NULL AND closed_at >= ${new Date(today - DAY_MS)} AND closed_at < ${new Date(today)}
    UNION ALL SELECT 'kind', kind, percentile_cont(0.5) WITHIN GROUP (ORDER BY took_ms)
    FROM review_cases WHERE county = ${county} AND year = ${year} AND took_ms IS NOT NULL GROUP BY kind`
  const one = (of: 'all' | 'yesterday') => rows.find((row) => row.of === of)?.ms ?? null
  return { byKind: rows.flatMap(({ of, kind, ms }) => (of === 'kind' && ms !== null ? [{ kind: caseKind.parse(kind), ms }] : [])), yesterday: one('yesterday'), all: one('all') }
}

/** Rounds of appeals by the day on which they were sent, and refused. */
async function countFlow(on: Transaction, { county, year }: Place): Promise<Counted['flow']> {
  const rows = await on.$queryRaw<{ day: Date; sent: number; refused: number }[]>`
    SELECT date_bin('1 day', opened_at, '2000-01-01 00:00+08') AS day, count(*)::int AS sent, 0 AS refused
    FROM review_cases WHERE county = ${county} AND year = ${year} AND appeal_id IS NOT NULL GROUP BY 1
    UNION ALL SELECT date_bin('1 day', closed_at, '2000-01-01 00:00+08'), 0, count(*)::int
    FROM review_cases WHERE county = ${county} AND year = ${year} AND outcome = 'refused' GROUP BY 1`
  return rows.map((row) => ({ ...row, day: row.day.getTime() }))
}
