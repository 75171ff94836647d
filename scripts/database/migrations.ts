import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { Refusal } from './refusal'

/** The number that Prisma's own command locks on: the two never run at once. */
const LOCK = 72707369

// As Prisma makes it, so that `prisma migrate` works on for whoever can fetch its engine.
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }
type Applied = { migration_name: string; checksum: string; finished_at: Date | null }

/** The migrations of a folder in Prisma's layout, oldest first. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'migration.sql')))
    .map((entry) => {
      const bytes = readFileSync(path.join(folder, entry.name, 'migration.sql'))
      return { name: entry.name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function compare(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const files = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of applied) {
    const file = files.get(row.migration_name)
    if (!row.finished_at) throw new Refusal(`The migration ${row.migration_name} was begun and not finished by another program: resolve it with \`prisma migrate resolve\`.`)
    if (!file) throw new Refusal(`The database knows the migration ${row.migration_name}, which is not here: it belongs to a newer version. Nothing was changed.`)
    if (file.checksum !== row.checksum) throw new Refusal(`The migration ${row.migration_name} was changed after it had been applied: put its file back and write a new one. Nothing was changed.`)
  }
  const done = new Set(applied.map((row) => row.migration_name))
  return migrations.filter((migration) => !done.has(migration.name))
}

async function apply(client: Client, migration: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(migration.sql)
    await client.query(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, clock_timestamp(), 1)',
      [randomUUID(), migration.checksum, migration.name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw new Refusal(`The migration ${migration.name} failed and was rolled back whole: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * Applies what is missing, each migration in a transaction, under a lock: of several servers that start at once one
 * does it and the others wait. @returns the names of those applied now @throws Refusal
 */
export async function applyMigrations(databaseUrl: string, folder: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new Refusal(`The database does not answer (${error instanceof Error ? error.message : String(error)}).`)
  }
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await client.query(TABLE)
    const { rows } = await client.query<Applied>('SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL')
    const missing = compare(readMigrations(folder), rows)
    for (const migration of missing) await apply(client, migration)
    return missing.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}
