import type { Client } from 'pg'
import type { Env } from '@/lib/env'
import { paths } from '@/lib/paths'
import { withClient } from '../../support/database'
import { encoded, formIn } from '../../support/page-form'
import { Clients, type Asked } from '../serving/clients'
import type { Ready } from './families'

type Row = { table: string; row: unknown }

/** Submits of one turn after another, and after each the same rows by the bare route. @returns how many a second */
export async function submitsByTurns(turns: readonly (readonly Ready[])[], env: Env, bare: Clients, count: number): Promise<{ ours: number[]; bare: number[] }> {
  const clients = new Clients(env.port, count, { name: `localhost:${env.port}`, keeps: true })
  const rates: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
  await withClient(env.databaseUrl, async (database) => {
    const tables = await mirror(database)
    for (const families of turns) {
      const forms = await Promise.all(families.map((family) => confirmation(clients, family)))
      // Fifteen seconds for each turn are the season's to wait for, not the bench's: the server still does the judging.
      await database.query(`UPDATE confirmations SET served_at = served_at - interval '16 seconds'`)
      rates.ours.push(await rateOf(clients, forms, (location) => location?.endsWith('/done') === true))
      const posts: Asked[] = []
      for (const { applicationId } of families) posts.push({ address: '/rows', cookie: '', post: { type: 'application/json', body: JSON.stringify(await writtenWith(database, tables, applicationId)) } })
      rates.bare.push(await rateOf(bare, posts, () => true))
    }
  })
  clients.close()
  return rates
}

async function confirmation(clients: Clients, { applicationId, cookie }: Ready): Promise<Asked> {
  const address = paths.confirm(applicationId)
  const { html } = await clients.ask({ address, cookie })
  const form = formIn(html, address, '提交入学信息')
  if (!form) throw new Error('the confirmation has no form')
  return { address, cookie, post: encoded(form) }
}

async function rateOf(clients: Clients, asked: readonly Asked[], isRight: (location: string | null) => boolean): Promise<number> {
  const since = performance.now()
  const answers = await clients.all(asked)
  const seconds = (performance.now() - since) / 1000
  const wrong = answers.find(({ status, location }) => status >= 400 || !isRight(location))
  if (wrong) throw new Error(`a submit is answered with ${wrong.status} and leads to ${wrong.location}`)
  return asked.length / seconds
}

/** Every table once more, with its columns and indexes and without a row: what the bare route writes is nobody's. */
async function mirror(database: Client): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'`)
  await database.query('CREATE SCHEMA bare')
  for (const { name } of rows) await database.query(`CREATE TABLE bare.${name} (LIKE public.${name} INCLUDING DEFAULTS INCLUDING INDEXES)`)
  return rows.map(({ name }) => name)
}

/** The rows that the transaction of a submit has written, wherever they are. */
async function writtenWith(database: Client, tables: readonly string[], applicationId: string): Promise<Row[]> {
  const each = tables.map((name) => `SELECT '${name}' AS table, to_jsonb(t) AS row FROM public.${name} t WHERE t.xmin = (SELECT xmin FROM submissions WHERE application_id = $1)`)
  return (await database.query<Row>(each.join(' UNION ALL '), [applicationId])).rows
}
