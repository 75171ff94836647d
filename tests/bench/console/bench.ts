import { availableParallelism } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { orRefusal, Refusal } from '@/scripts/database/refusal'
import { freePort } from '@/scripts/database/free-port'
import { inRoot } from '@/scripts/start/root'
import { table } from '@/scripts/start/terminal'
import { dataDirOf, getEnv } from '@/lib/env'
import { withClient } from '../../support/database'
import { seeded } from '../rules/families'
import { ensureLoad } from './load'
import { Clients, type Answer } from '../serving/clients'
import { spreadOf } from '../serving/figures'
import { serveHouse, withPrograms } from '../serving/house'
import { DatabaseLog } from './database-log'
import type { Visit } from './visits'
import type { Tokens } from '../../load/questions/sample'

/**
 * `npm run bench:console -- 100000`: the built application on the load's database. Each page is asked for as its officers ask
 * for it, with other filters, searches and families each time: by one client, for what the database spends on it by its own
 * log; then by eight at once, for how long a browser waits.
 */
const USAGE = 'usage: npm run bench:console [-- COUNT] [--clients 8] [--requests 100] [--only PAGE]\n'
const GOAL = { database: 10, http: 60 } as const
const COUNTY = '360123'
const SEED = 2023

type Plan = { clients: number; requests: number; only: string | undefined }
type Measured = { page: string; database: number[]; http: Answer[]; refused: number }

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { clients: { type: 'string', default: '8' }, requests: { type: 'string', default: '100' }, only: { type: 'string' } } })
  const [count, clients, requests] = [Number(positionals[0] ?? 100_000), Number(values.clients), Number(values.requests)]
  if (positionals.length > 1 || [count, clients, requests].some((one) => !Number.isInteger(one) || one < 1)) throw new Refusal(USAGE.trim())
  // The database's log is that of the cluster, whose directory this is until the place is opened.
  const logFile = path.join(dataDirOf(process.env), 'logs', 'postgresql.log')
  process.env.PORT = String(await freePort())
  const place = await ensureLoad(count)
  try {
    await measure(place.databaseUrl, logFile, { clients, requests, only: values.only })
  } finally {
    await place.close()
  }
}

async function measure(databaseUrl: string, logFile: string, plan: Plan): Promise<void> {
  const [{ worldOf }, { poolsOf }, { visitsOf }, { db }] = await Promise.all([import('../../load/questions/sample'), import('./pools'), import('./visits'), import('@/lib/data/db')])
  const { world, tokens } = await worldOf(COUNTY)
  const visits = visitsOf(world, await poolsOf(world), seeded(SEED)).filter(({ page }) => plan.only === undefined || page === plan.only)
  const of = (one: Visit) => ({ address: one.address(), cookie: staffCookie(tokens[one.as]) })
  const measured = visits.map(({ page }): Measured => ({ page, database: [], http: [], refused: 0 }))
  await withServer(async (port) => {
    const clients = new Clients(port, plan.clients)
    for (const [place, visit] of visits.entries()) {
      await clients.all(Array.from({ length: plan.clients }, () => of(visit)))
      const answers = await clients.all(Array.from({ length: plan.requests }, () => of(visit)))
      measured[place]?.http.push(...answers)
    }
    clients.close()
  })
  await logged(databaseUrl, () => withServer(async (port) => {
    const one = new Clients(port, 1)
    for (const [place, visit] of visits.entries()) measured[place]?.database.push(...(await spentOn(one, logFile, visit, tokens, plan.requests)))
    one.close()
  }, inRoot('tests/bench/console/marks.mjs')))
  const [{ count = 0n } = {}] = await db().$queryRaw<{ count: bigint }[]>`SELECT count(*) AS count FROM listings`
  process.stdout.write(`\n${report(measured, plan, Number(count))}\n`)
  await db().$disconnect()
}

/** What the database spent on each of some visits, one after the other; the first ones warm what later ones find warm. */
async function spentOn(client: Clients, logFile: string, visit: Visit, tokens: Tokens, requests: number): Promise<number[]> {
  const ask = (mark: number) => client.ask({ address: visit.address(), cookie: staffCookie(tokens[visit.as]), mark })
  for (let warm = 0; warm < 3; warm++) await ask(0)
  const log = new DatabaseLog(logFile)
  for (let mark = 1; mark <= requests; mark++) await ask(mark)
  const spent = log.spent()
  if (spent.size < requests) throw new Error(`the database's log knows of ${spent.size} of ${requests} visits to ${visit.page}`)
  return [...spent].flatMap(([mark, ms]) => (mark === 0 ? [] : [ms]))
}

/** The application on the load's database, with a module of ours before its own where one is named. */
function withServer(work: (port: number) => Promise<void>, before?: string): Promise<void> {
  return withPrograms(async (programs) => {
    const env = getEnv()
    await serveHouse(programs, env, before)
    await work(env.port)
  })
}

const staffCookie = (token: string) => `ruxue-staff=${token}`

/** Sessions that begin meanwhile have each statement's time in PostgreSQL's log. */
async function logged(databaseUrl: string, work: () => Promise<void>): Promise<void> {
  const name = new URL(databaseUrl).pathname.slice(1)
  await withClient(databaseUrl, (client) => client.query(`ALTER DATABASE ${client.escapeIdentifier(name)} SET log_min_duration_statement = 0`))
  try {
    await work()
  } finally {
    await withClient(databaseUrl, (client) => client.query(`ALTER DATABASE ${client.escapeIdentifier(name)} RESET log_min_duration_statement`))
  }
}

function report(measured: readonly Measured[], { clients, requests }: Plan, count: number): string {
  const ms = (one: number) => one.toFixed(1)
  const rows = measured.map(({ page, database, http }) => {
    const [inside, outside] = [spreadOf(database), spreadOf(http.map((answer) => answer.ms))]
    const refused = http.filter(({ status }) => status !== 200).length
    const met = (spread: { p99: number }, goal: number) => (spread.p99 <= goal ? 'met' : 'not met')
    return [page, ...[inside, outside].flatMap(({ least, median, p99, most }) => [ms(median), ms(p99), `${ms(least)} – ${ms(most)}`]), `${met(inside, GOAL.database)}, ${met(outside, GOAL.http)}`, refused > 0 ? `${refused} not answered` : '']
  })
  const head = ['page', 'database p50', 'p99', 'from – to', `http p50`, 'p99', 'from – to', `database ≤ ${GOAL.database}, http ≤ ${GOAL.http}`, '']
  const both = rows.filter((row) => row[7] === 'met, met').length
  return [`${count.toLocaleString('en-US')} registrations, ${requests} visits a page, milliseconds; database: one client, by its own log; http: ${clients} clients; Node ${process.versions.node}, ${availableParallelism()} cores, shared with the clients`, '', ...table([head, ...rows]), '', `${both} of ${rows.length} pages meet both goals, ${rows.filter((row) => row[7]?.startsWith('met')).length} that of the database`].join('\n')
}

await orRefusal(main)
