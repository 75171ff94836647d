import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, inject } from 'vitest'
import { writeDemonstrationRecord } from '@/scripts/start/demonstration-record'
import { createFrom, drop } from './database'
import { dumpDatabase } from './dump'

/** How the first season and registers come in, and a log from its first line on; elsewhere the demonstration is there. */
const BEGIN_WITH_NOTHING = /\/tests\/(?:imports|audit)\//

// Runs before each test file: from here on `getEnv()` and `db()` speak of a migrated database that is this file's alone.
const { maintenanceUrl, record, templates } = inject('cluster')
const begins = BEGIN_WITH_NOTHING.test(expect.getState().testPath ?? '') ? 'empty' : 'demonstration'
const databaseUrl = await createFrom(templates[begins], maintenanceUrl)
const dataDir = mkdtempSync(path.join(tmpdir(), 'zhihui-test-file-'))
writeDemonstrationRecord(dataDir, { ...record, databaseUrl })

process.env.DATA_DIR = dataDir

afterAll(async () => {
  const { db } = await import('@/lib/data/db')
  await db().$disconnect()
  // What the tests wrote is searched for personal data in clear when the whole run ends.
  if (process.env.TEST_RUN_DIR) await dumpDatabase(databaseUrl, path.join(process.env.TEST_RUN_DIR, 'dumps', `${path.basename(new URL(databaseUrl).pathname)}.txt`))
  await drop(databaseUrl, maintenanceUrl)
  rmSync(dataDir, { recursive: true, force: true })
})
