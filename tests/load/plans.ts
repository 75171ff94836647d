import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { Refusal } from '@/scripts/database/refusal'
import { table } from '@/scripts/start/terminal'
import { recordStatements } from './captured'
import { explain, type Explained } from './explained'
import { GOAL_MS, goalOf, type AskedPage } from './pages'
import { openPlace } from './place'

/**
 * `npm run plans`: what each page of the county's side and the schools' asks the database with a whole city's season in it, as
 * it is asked, with the plan and the time of each statement. What is held against the goal is the sum of the statements; a
 * goal that is not met says so.
 */
const USAGE = 'usage: npm run plans [-- --county 360123] [--only PAGE] [--brief]\n'

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { county: { type: 'string', default: '360123' }, only: { type: 'string' }, brief: { type: 'boolean', default: false } } })
  const place = await openPlace('as-it-is')
  const recorder = recordStatements(place.databaseUrl)
  const client = new Client({ connectionString: place.databaseUrl })
  try {
    await client.connect()
    // The data functions read the configuration, which says where the load is only from here on.
    const [{ questionsOf }, { withoutHelpers }] = await Promise.all([import('./questions'), import('@/lib/data/db')])
    await withoutHelpers(client)
    const questions = (await questionsOf(values.county)).filter(({ page }) => values.only === undefined || page === values.only)
    const asked: Asked[] = []
    for (const { page, what, ask } of questions) {
      const statements: Explained[] = []
      for (const statement of await recorder.ask(ask)) statements.push(await explain(client, statement))
      asked.push({ page, what, statements })
      if (!values.brief) process.stdout.write(statements.map(({ sql, plan, medianMs }) => `## ${page}: ${what}, ${medianMs.toFixed(1)} ms\n${sql}\n\n${plan.join('\n')}\n\n`).join(''))
    }
    process.stdout.write(`${await sizes(client)}\n\n${summary(asked)}\n`)
  } finally {
    await client.end()
    await recorder.close()
    await place.close()
  }
}

type Asked = { page: AskedPage; what: string; statements: readonly Explained[] }

async function sizes(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string; count: string }>(`SELECT relname AS name, reltuples::bigint AS count FROM pg_class WHERE relname IN ('applications', 'submissions', 'appeals', 'review_cases', 'listings', 'audit_events') ORDER BY 1`)
  return rows.map(({ name, count }) => `${name} ${Number(count).toLocaleString('en-US')}`).join(', ')
}

function summary(asked: readonly Asked[]): string {
  const sum = (statements: readonly Explained[], of: (one: Explained) => number) => statements.reduce((total, one) => total + of(one), 0)
  const rows = asked.map(({ page, what, statements }) => {
    const median = sum(statements, (one) => one.medianMs)
    return [page, what, String(statements.length), `${sum(statements, (one) => one.fastestMs).toFixed(1)} ms`, `${median.toFixed(1)} ms`, `${sum(statements, (one) => one.slowestMs).toFixed(1)} ms`, `${GOAL_MS[goalOf(page)]} ms`, median < GOAL_MS[goalOf(page)] ? 'met' : 'NOT met']
  })
  const missed = rows.filter((row) => row.includes('NOT met')).length
  return [...table([['page', 'asked', 'statements', 'fastest', 'median of 20', 'slowest', 'goal', ''], ...rows]), '', missed === 0 ? `every goal is met (${rows.length})` : `${missed} of ${rows.length} goals are NOT met`].join('\n')
}

try {
  await main()
} catch (error) {
  const refused = error instanceof Refusal || (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  if (!refused) throw error
  process.stderr.write(error instanceof Refusal ? `${error.message}\n` : USAGE)
  process.exitCode = 1
}
