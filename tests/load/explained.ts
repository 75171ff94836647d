import type { Client } from 'pg'
import { z } from 'zod'
import type { Statement } from './captured'

const RUNS = 20

export type Explained = { sql: string; plan: readonly string[]; fastestMs: number; medianMs: number; slowestMs: number }

const times = z.object({ 'Planning Time': z.number(), 'Execution Time': z.number() })
const answer = z.tuple([z.object({ 'QUERY PLAN': z.tuple([times]) })])

/**
 * The plan of a statement, and the median of its planning and execution over twenty runs with a warm cache. What it changes is
 * rolled back each time.
 */
export async function explain(client: Client, { sql, parameters }: Statement): Promise<Explained> {
  const values = await typed(client, sql, parameters)
  await rolledBack(client, () => client.query(sql, values))
  const runs: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const { rows } = await rolledBack(client, () => client.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`, values))
    const [{ 'QUERY PLAN': [told] }] = answer.parse(rows)
    runs.push(told['Planning Time'] + told['Execution Time'])
  }
  const { rows } = await rolledBack(client, () => client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) ${sql}`, values))
  const sorted = runs.toSorted((one, other) => one - other)
  return { sql: sql.replace(/\s+/g, ' ').trim(), plan: rows.map((row) => row['QUERY PLAN']), fastestMs: sorted[0] ?? 0, medianMs: ((sorted[RUNS / 2 - 1] ?? 0) + (sorted[RUNS / 2] ?? 0)) / 2, slowestMs: sorted.at(-1) ?? 0 }
}

async function rolledBack<Answer>(client: Client, work: () => Promise<Answer>): Promise<Answer> {
  await client.query('BEGIN')
  try {
    return await work()
  } finally {
    await client.query('ROLLBACK')
  }
}

/** The log writes bytes in base64, as it writes text: which is which, the database knows. */
async function typed(client: Client, sql: string, parameters: readonly unknown[]): Promise<unknown[]> {
  await client.query(`PREPARE asked AS ${sql}`)
  const { rows } = await client.query<{ types: string[] }>(`SELECT parameter_types::text[] AS types FROM pg_prepared_statements WHERE name = 'asked'`)
  await client.query('DEALLOCATE asked')
  const types = rows[0]?.types ?? []
  return parameters.map((value, place) => (types[place] === 'bytea' && typeof value === 'string' ? Buffer.from(value, 'base64') : value))
}
