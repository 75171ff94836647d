import 'server-only'
import { z } from 'zod'
import { CASE_KINDS } from '@/lib/domain/cases'
import { overviewOf, STILL_MS, type Counted, type Overview } from '@/lib/domain/overview'
import { DAY_MS, shanghaiDay, shanghaiMidnight } from '@/lib/domain/shanghai-day'
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
      ...(await readCases(transaction, place, at)),
    }),
    { isolationLevel: 'RepeatableRead' },
  )
  return overviewOf(counted, { ...season.settings, ...season }, at)
}

type Place = { county: string; year: number }

/** What a submission froze counts from its newest round; one that was sent back holds until the next. */
async function countSubmitted(on: Transaction, { county, year }: Place): Promise<Counted['submitted']> {
  const rows = await on.$queryRaw<{ school: string | null; category: string | null; day: Date; count: number }[]>`
    SELECT school_code AS school, category, date_bin('1 day', submitted_at, '2000-01-01 00:00+08') AS day, count(*)::int AS count
    FROM listings WHERE county = ${county} AND year = ${year} AND submitted_at IS NOT NULL
    GROUP BY 1, 2, 3`
  return rows.map((row) => ({ ...row, day: row.day.getTime() }))
}

async function countDrafts(on: Transaction, { county, year }: Place, at: number): Promise<Counted['drafts']> {
  const [row] = await on.$queryRaw<Counted['drafts'][]>`
    SELECT count(*)::int AS count, (count(*) FILTER (WHERE changed_at < ${new Date(at - STILL_MS)}))::int AS still
    FROM listings WHERE county = ${county} AND year = ${year} AND status = 'draft'`
  return row ?? { count: 0, still: 0 }
}

async function countWaiting(on: Transaction, { county, year }: Place, at: number): Promise<Counted['waiting']> {
  const rows = await on.$queryRaw<{ kind: string; day: Date; overdue: boolean; count: number }[]>`
    SELECT kind, date_bin('1 day', opened_at, '2000-01-01 00:00+08') AS day, due_at < ${new Date(at)} AS overdue, count(*)::int AS count
    FROM review_cases WHERE county = ${county} AND year = ${year} AND status = 'open'
    GROUP BY 1, 2, 3`
  return rows.map((row) => ({ ...row, kind: caseKind.parse(row.kind), day: row.day.getTime() }))
}

/** By the school of the registration, which the appeal itself does not know: looked up for each, there are few beside all listings. */
async function countAppeals(on: Transaction, { county, year }: Place): Promise<Counted['appeals']> {
  return on.$queryRaw<Counted['appeals'][number][]>`
    SELECT (SELECT l.school_code FROM listings l WHERE l.application_id = a.application_id) AS school,
      (count(*) FILTER (WHERE a.status = 'waiting'))::int AS waiting, (count(*) FILTER (WHERE a.status = 'refused'))::int AS refused
    FROM appeals a WHERE a.county = ${county} AND a.year = ${year} AND a.status IN ('waiting', 'refused')
    GROUP BY 1`
}

/**
 * What came and what was decided, all from one walk through the cases. A median is of the time from the moment a case came to
 * its decision, in hours as the clock counts them: a season says when work ends, not when it begins. What a family took back,
 * or a submission ended, was not decided.
 */
async function readCases(on: Transaction, { county, year }: Place, at: number): Promise<Pick<Counted, 'flow' | 'medians'>> {
  const today = shanghaiMidnight(shanghaiDay(at))
  const rows = await on.$queryRaw<{ what: 'median' | 'sent' | 'refused'; kind: string | null; day: Date | null; value: number; yesterday: number | null }[]>`
    WITH cases AS MATERIALIZED (
      SELECT c.kind, c.appeal_id, c.opened_at, c.closed_at, d.outcome, CASE WHEN d.appeal_id IS NOT NULL OR v.case_id IS NOT NULL THEN date_part('epoch', c.closed_at - c.opened_at) * 1000 END AS ms
      FROM review_cases c
      LEFT JOIN appeal_decisions d ON d.appeal_id = c.appeal_id AND d.number = c.round
      LEFT JOIN case_verdicts v ON v.case_id = c.id
      WHERE c.county = ${county} AND c.year = ${year})
    SELECT 'median' AS what, kind, NULL::timestamptz AS day, percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) AS value,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) FILTER (WHERE closed_at >= ${new Date(today - DAY_MS)} AND closed_at < ${new Date(today)}) AS yesterday
    FROM cases WHERE ms IS NOT NULL GROUP BY GROUPING SETS ((), (kind)) HAVING count(*) > 0
    UNION ALL SELECT 'sent', NULL, date_bin('1 day', opened_at, '2000-01-01 00:00+08'), count(*), NULL FROM cases WHERE appeal_id IS NOT NULL GROUP BY 3
    UNION ALL SELECT 'refused', NULL, date_bin('1 day', closed_at, '2000-01-01 00:00+08'), count(*), NULL FROM cases WHERE outcome = 'refused' GROUP BY 3`
  const medians = rows.filter((row) => row.what === 'median')
  const all = medians.find((row) => row.kind === null)
  return {
    medians: { byKind: medians.flatMap(({ kind, value }) => (kind === null ? [] : [{ kind: caseKind.parse(kind), ms: value }])), yesterday: all?.yesterday ?? null, all: all?.value ?? null },
    flow: rows.flatMap(({ what, day, value }) => (day === null ? [] : [{ day: day.getTime(), sent: what === 'sent' ? value : 0, refused: what === 'refused' ? value : 0 }])),
  }
}
