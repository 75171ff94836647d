import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, inject } from 'vitest'
import { writeDemonstrationRecord } from '@/scripts/start/demonstration-record'
import { createFrom, drop } from './database'
import { dumpDatabase } from './dump'
import { TEMPLATE } from './cluster.global'

// Runs before each test file: from here on `getEnv()` and `db()` speak of a migrated database that is this file's alone.
const { maintenanceUrl, record } = inject('cluster')
const databaseUrl = await createFrom(TEMPLATE, maintenanceUrl)
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
