import { mkdtempSync, chmodSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { ensureDatabase, startCluster } from '@/scripts/database/cluster'
import { applyMigrations } from '@/scripts/database/migrations'
import { makeDemonstrationRecord, writeDemonstrationRecord } from '@/scripts/start/demonstration-record'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { db } from '@/lib/data/db'
import type { DemonstrationRecord } from '@/lib/env'
import { withClient } from './database'

/** What every test file's own database is copied from. To load the demonstration is as much work as most files' tests. */
const TEMPLATES = { empty: 'template_migrated', demonstration: 'template_demonstration' } as const

declare module 'vitest' {
  interface ProvidedContext {
    cluster: { maintenanceUrl: string; record: DemonstrationRecord; templates: typeof TEMPLATES }
  }
}

/** Under the keys that every file's copy is read with. */
async function fill(dataDir: string, record: DemonstrationRecord): Promise<void> {
  writeDemonstrationRecord(dataDir, record)
  process.env.DATA_DIR = dataDir
  await loadDemonstration()
  await db().$disconnect()
  delete process.env.DATA_DIR
}

/** One PostgreSQL for the run, thrown away after it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'zhihui-test-'))
  chmodSync(dataDir, 0o711)
  const logs = process.env.TEST_RUN_DIR ? path.join(process.env.TEST_RUN_DIR, 'logs') : dataDir
  mkdirSync(logs, { recursive: true })
  const cluster = await startCluster({ dataDir, password: 'test-cluster', logFile: path.join(logs, 'postgresql-tests.log'), durable: false })
  const end = async () => {
    await cluster.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const maintenanceUrl = cluster.url('postgres')
    await ensureDatabase(cluster, TEMPLATES.empty)
    await applyMigrations(cluster.url(TEMPLATES.empty), path.join(project.config.root, 'prisma/migrations'))
    await withClient(maintenanceUrl, (client) => client.query(`CREATE DATABASE ${TEMPLATES.demonstration} TEMPLATE ${TEMPLATES.empty}`))
    const record = makeDemonstrationRecord(cluster.url(TEMPLATES.demonstration), 'http://127.0.0.1:9/never-asked')
    await fill(dataDir, record)
    project.provide('cluster', { maintenanceUrl, record, templates: TEMPLATES })
  } catch (error) {
    // Without an end of it the run would say why it failed, and then wait for ever.
    await end()
    throw error
  }
  return end
}
