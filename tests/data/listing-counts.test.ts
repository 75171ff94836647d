import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import type { Client } from 'pg'
import { foldListingCounts } from '@/lib/data/listing-counts'
import { getEnv } from '@/lib/env'
import { seeded } from '../bench/rules/families'
import { emptyFamilies, withClient } from '../support/database'

const COUNTY = '360199'
const WRITERS = 6
const ROUNDS = 40

afterEach(() => emptyFamilies(getEnv().databaseUrl))

/** What the sums say and what there is, line by line, in one snapshot. */
const DIFFERENCES = `
  WITH counted AS (SELECT by, school_code, status, category, submitted_on, catchment_row, sum(count) AS count FROM listing_counts WHERE county = $1 GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(count) <> 0),
  plain AS (
    SELECT 'day' AS by, school_code, status, category, submitted_on, NULL AS catchment_row, count(*) AS count FROM listings WHERE county = $1 GROUP BY 2, 3, 4, 5
    UNION ALL SELECT 'row', school_code, status, category, NULL, catchment_row, count(*) FROM listings WHERE county = $1 GROUP BY 2, 3, 4, 6)
  (SELECT 'sums' AS only, * FROM (TABLE counted EXCEPT ALL TABLE plain) AS more) UNION ALL (SELECT 'listings', * FROM (TABLE plain EXCEPT ALL TABLE counted) AS less)`

async function differences(): Promise<unknown[]> {
  return withClient(getEnv().databaseUrl, async (client) => (await client.query(DIFFERENCES, [COUNTY])).rows)
}

/** Listings of nobody: what they belong to is not asked for, what counts them is at work all the same. */
async function asWriter(work: (client: Client) => Promise<void>): Promise<void> {
  await withClient(getEnv().databaseUrl, async (client) => {
    await client.query(`SET session_replication_role = 'replica'`)
    await work(client)
  })
}

const INSERT = `INSERT INTO listings (application_id, county, year, status, version, school_code, category, catchment_row, submitted_at, changed_at, tokens, detail_cipher)
  SELECT id, '${COUNTY}', 2023, $2::application_status, 1, $3, $4, $5, $6, now(), '{}', 'none' FROM unnest($1::uuid[]) AS id`
// As the application writes a listing: new, or in the place of the one that is there.
const UPSERT = `${INSERT} ON CONFLICT (application_id) DO UPDATE SET status = excluded.status, school_code = excluded.school_code, category = excluded.category, catchment_row = excluded.catchment_row, submitted_at = excluded.submitted_at`
const UPDATE = `UPDATE listings SET status = $2::application_status, school_code = $3, category = $4, catchment_row = $5, submitted_at = $6, changed_at = now() WHERE application_id = ANY($1::uuid[])`

/** Some registrations begin, move, stay where they are and go, several in one statement, several statements in one transaction; some of it is taken back. */
async function write(client: Client, next: () => number): Promise<void> {
  const of = <Value>(...values: Value[]) => values[Math.floor(next() * values.length)]
  const place = () => [of('draft', 'submitted', 'returned', 'withdrawn'), of('LJ', 'YF', null), of('FIRST', 'SECOND', null), of('1', '2', null), of('2023-08-16T15:59:59Z', '2023-08-16T16:00:00Z', null)]
  const mine: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const fresh = Array.from({ length: 1 + Math.floor(next() * 3) }, () => randomUUID())
    await client.query('BEGIN')
    await client.query(INSERT, [fresh, ...place()])
    const another = randomUUID()
    await client.query(UPSERT, [[another, ...mine.slice(0, 1)], ...place()])
    await client.query(UPDATE, [[...fresh, ...mine.slice(-2)], ...place()])
    await client.query(`UPDATE listings SET changed_at = now() WHERE application_id = ANY($1::uuid[])`, [fresh])
    if (next() < 0.3) await client.query('DELETE FROM listings WHERE application_id = $1', [mine.at(0) ?? fresh[0]])
    const kept = next() < 0.8
    await client.query(kept ? 'COMMIT' : 'ROLLBACK')
    if (kept) mine.push(...fresh, another)
  }
}

test('the sums are the listings as they stand, at every moment, whoever writes and folds meanwhile', async () => {
  let writing = true
  const writers = Promise.all(Array.from({ length: WRITERS }, (_, place) => asWriter((client) => write(client, seeded(place + 1))))).finally(() => (writing = false))
  let looks = 0
  const folding = async () => {
    while (writing) await foldListingCounts()
  }
  const looking = async () => {
    for (; writing; looks++) expect(await differences()).toEqual([])
  }
  await Promise.all([writers, folding(), folding(), looking()])
  expect(looks).toBeGreaterThan(3)
  expect(await differences()).toEqual([])
  await foldListingCounts()
  expect(await differences()).toEqual([])
  const doubled = await withClient(getEnv().databaseUrl, async (client) => (await client.query('SELECT 1 FROM listing_counts GROUP BY county, year, by, school_code, status, category, submitted_on, catchment_row HAVING count(*) > 1 OR sum(count) = 0')).rows)
  expect(doubled).toEqual([])
}, 60_000)

test('what empties the list at once empties its sums', async () => {
  await asWriter(async (client) => {
    await write(client, seeded(7))
    await client.query('TRUNCATE listings')
    expect((await client.query('SELECT count(*)::int AS count FROM listing_counts')).rows).toEqual([{ count: 0 }])
  })
})
