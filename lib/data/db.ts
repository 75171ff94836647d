import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { getEnv } from '@/lib/env'
import { PrismaClient, type Prisma } from './generated/client'

/** What a command's steps share: the client itself, or one transaction of it. */
export type Db = PrismaClient | Prisma.TransactionClient
export type Transaction = Prisma.TransactionClient

/** A client of its own on a given database: scripts and tests. The application uses `db()`. */
export function connect(databaseUrl: string): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl, max: 10, connectionTimeoutMillis: 15_000 }),
    // On the opening morning presses queue for a connection; waiting a little is better than an error page.
    transactionOptions: { maxWait: 15_000, timeout: 15_000 },
  })
}

// Next reloads modules in development; the pool outlives them on globalThis.
const store = globalThis as typeof globalThis & { zhihuiDb?: { url: string; client: PrismaClient } }

/** The application's client, on the configured database. */
export function db(): PrismaClient {
  const url = getEnv().databaseUrl
  if (store.zhihuiDb?.url !== url) store.zhihuiDb = { url, client: connect(url) }
  return store.zhihuiDb.client
}

/** A unique constraint held: somebody else was first, or the same press came twice. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002'
}
