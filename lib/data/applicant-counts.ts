import 'server-only'
import { HOLDING_KINDS } from '@/lib/domain/appeals'
import type { ApplicantState, SchoolScope, StateCounts } from '@/lib/domain/applicants'
import { NONE } from '@/lib/domain/list-query'
import { db } from './db'

/** By what a school's applicants are counted. */
export type CountedBy = 'category' | 'row'
/** `NONE` for what has none yet. */
export type ApplicantCounts = Readonly<Record<CountedBy, ReadonlyMap<string, StateCounts>>>

type Row = { category: string | null; row: string | null; state: ApplicantState; count: number }

/**
 * How many of a school's families have which category, and come from which row of the catchment table, in each state.
 * A number shows nobody: where a list looks at the registration behind each line, the listings are counted as they stand,
 * which every command writes in its own transaction; out of the sums that the database keeps of them, but for drafts, of
 * which an appeal decides how they stand.
 */
export async function countApplicantsBy({ county, year, schoolCode }: SchoolScope): Promise<ApplicantCounts> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT category, catchment_row AS row, status::text AS state, sum(count)::int AS count
    FROM listing_counts WHERE county = ${county} AND year = ${year} AND by = 'row' AND school_code = ${schoolCode} AND status IN ('submitted', 'returned')
    GROUP BY status, category, catchment_row HAVING sum(count) <> 0
    UNION ALL
    SELECT category, catchment_row, CASE WHEN application_id IN (SELECT application_id FROM appeals WHERE county = ${county} AND status = 'waiting' AND kind = ANY(${[...HOLDING_KINDS]})) THEN 'waiting' ELSE 'filling' END, count(*)::int
    FROM listings WHERE county = ${county} AND year = ${year} AND school_code = ${schoolCode} AND status = 'draft'
    GROUP BY 1, 2, 3`
  return { category: added(rows, 'category'), row: added(rows, 'row') }
}

function added(rows: readonly Row[], by: CountedBy): ReadonlyMap<string, StateCounts> {
  const counts = new Map<string, Record<ApplicantState, number>>()
  for (const row of rows) {
    const key = row[by] ?? NONE
    const states = counts.get(key) ?? { submitted: 0, returned: 0, waiting: 0, filling: 0 }
    states[row.state] += row.count
    counts.set(key, states)
  }
  return counts
}
