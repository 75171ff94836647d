import 'server-only'
import type { ClientBase } from 'pg'
import { getEnv } from '@/lib/env'
import { PrismaClient, type Prisma } from './generated/client'
import { PrismaPgInTurn } from './query-in-turn'

/** What a command's steps share: the client itself, or one transaction of it. */
export type Db = PrismaClient | Prisma.TransactionClient
export type Transaction = Prisma.TransactionClient

/** One process of the database for each statement: what a page asks is done before helpers have been called, and they are missing to everybody else. */
export async function withoutHelpers(client: ClientBase): Promise<void> {
  await client.query('SET max_parallel_workers_per_gather = 0')
}

/** A client of its own on a given database: scripts and tests. The application uses `db()`. */
export function connect(databaseUrl: string): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPgInTurn({ connectionString: databaseUrl, max: 10, connectionTimeoutMillis: 15_000, onConnect: withoutHelpers }),
    // On the opening morning presses queue for a connection; waiting a little is better than an error page.
    transactionOptions: { maxWait: 15_000, timeout: 15_000 },
  })
}

declare global {
  // Next bundles this module more than once, and reloads it in development: there is one pool a process all the same.
  var zhihuiDatabase: { url: string; client: PrismaClient } | undefined
}

/** The application's client, on the configured database. */
export function db(): PrismaClient {
  const url = getEnv().databaseUrl
  if (globalThis.zhihuiDatabase?.url !== url) globalThis.zhihuiDatabase = { url, client: connect(url) }
  return globalThis.zhihuiDatabase.client
}

/** Ends this process's connections, if it ever opened one. */
export async function disconnect(): Promise<void> {
  await globalThis.zhihuiDatabase?.client.$disconnect()
}

/** A unique constraint held: somebody else was first, or the same press came twice. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002'
}
