import { mkdtempSync, chmodSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { ensureDatabase, startCluster } from '@/scripts/database/cluster'
import { applyMigrations } from '@/scripts/database/migrations'
import { makeDemonstrationRecord } from '@/scripts/start/demonstration-record'
import type { DemonstrationRecord } from '@/lib/env'

/** The migrated database that every test file's own one is copied from. */
export const TEMPLATE = 'template_migrated'

declare module 'vitest' {
  interface ProvidedContext {
    cluster: { maintenanceUrl: string; record: DemonstrationRecord }
  }
}

/** One PostgreSQL for the run, thrown away after it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'zhihui-test-'))
  chmodSync(dataDir, 0o711)
  const logs = process.env.TEST_RUN_DIR ? path.join(process.env.TEST_RUN_DIR, 'logs') : dataDir
  mkdirSync(logs, { recursive: true })
  const cluster = await startCluster({ dataDir, password: 'test-cluster', logFile: path.join(logs, 'postgresql-tests.log'), durable: false })
  await ensureDatabase(cluster, TEMPLATE)
  await applyMigrations(cluster.url(TEMPLATE), path.join(project.config.root, 'prisma/migrations'))
  project.provide('cluster', {
    maintenanceUrl: cluster.url('postgres'),
    record: makeDemonstrationRecord(cluster.url(TEMPLATE), 'http://127.0.0.1:9/never-asked'),
  })
  return async () => {
    await cluster.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
