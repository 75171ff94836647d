import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPg } from '@prisma/adapter-pg'
import { expect, inject, test } from 'vitest'
import { z } from 'zod'
import { getEnv } from '@/lib/env'
import { createFrom, drop, withClient } from '../support/database'

const SCHEMA = path.resolve('prisma/schema.prisma')
const filters = { externalTables: [], externalEnums: [] }

type Diff = (asked: unknown) => Promise<unknown>
type Glue = { __wbg_set_wasm: (exports: unknown) => void; SchemaEngine: { new: (options: unknown, log: () => void, adapter: unknown) => Promise<{ diff: Diff }> } }

/** Prisma's own schema engine, as WebAssembly: the one that needs no download. */
async function schemaEngine(content: string) {
  const directory = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const glue: Glue = await import(pathToFileURL(path.join(directory, 'schema_engine_bg.js')).href)
  const module = new WebAssembly.Module(readFileSync(path.join(directory, 'schema_engine_bg.wasm')))
  const { exports } = new WebAssembly.Instance(module, { './schema_engine_bg.js': z.record(z.string(), z.any()).parse({ ...glue }) })
  glue.__wbg_set_wasm(exports)
  z.custom<() => void>((value) => typeof value === 'function').parse(exports.__wbindgen_start)()
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: getEnv().databaseUrl }))
  return glue.SchemaEngine.new({ datamodels: [[SCHEMA, content]] }, () => undefined, adapter)
}

let engine: Awaited<ReturnType<typeof schemaEngine>> | null = null

/** The statements that make an empty database into what a schema says. */
async function statementsOf(content: string): Promise<string> {
  engine ??= await schemaEngine(content)
  const answer = await engine.diff({ from: { tag: 'empty' }, to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content }] }, script: true, exitCode: null, filters })
  return z.object({ stdout: z.string() }).parse(answer).stdout
}

/** Columns, keys and indexes of a database, each as a line. What only SQL can say (triggers, partial indexes, checks) is left out. */
const SHAPE = `
  SELECT 'column ' || table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS line
    FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexdef NOT LIKE '% WHERE %'
  UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f', 'u')
  UNION ALL SELECT 'enum ' || t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname`

async function shapeOf(databaseUrl: string): Promise<string[]> {
  const rows = await withClient(databaseUrl, async (client) => (await client.query<{ line: string }>(SHAPE)).rows)
  return rows.map(({ line }) => line).filter((line) => !line.includes('_prisma_migrations')).toSorted()
}

/** What a fresh database looks like that was made straight from a schema. */
async function shapeFrom(content: string): Promise<string[]> {
  const { maintenanceUrl } = inject('cluster')
  const databaseUrl = await createFrom('template0', maintenanceUrl)
  try {
    const statements = await statementsOf(content)
    await withClient(databaseUrl, (client) => client.query(statements))
    return await shapeOf(databaseUrl)
  } finally {
    await drop(databaseUrl, maintenanceUrl)
  }
}

test('the migrations make what schema.prisma says', async () => {
  const migrated = await shapeOf(getEnv().databaseUrl)
  expect(migrated.length).toBeGreaterThan(100)
  expect(migrated).toEqual(await shapeFrom(readFileSync(SCHEMA, 'utf8')))
})

test('the comparison looks: a column more in the schema is found', async () => {
  const planted = readFileSync(SCHEMA, 'utf8').replace(/(model Guardian \{\n)/, '$1  planted Int?\n')
  const [found, ...more] = (await shapeFrom(planted)).filter((line) => line.includes('planted'))
  expect(found).toBe('column guardians.planted int4 YES ')
  expect(more).toEqual([])
})

test('every migration is recorded as Prisma records it', async () => {
  const names = readdirSync('prisma/migrations', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const rows = await withClient(getEnv().databaseUrl, async (client) => (await client.query('SELECT migration_name, finished_at FROM _prisma_migrations ORDER BY migration_name')).rows)
  expect(rows.map((row) => row.migration_name)).toEqual(names.toSorted())
  expect(rows.every((row) => row.finished_at !== null)).toBe(true)
})
