import path from 'node:path'
import { Client } from 'pg'
import { dataDirOf, isDemonstrationSource, readDemonstrationRecord, type DemonstrationRecord } from '@/lib/env'
import { ensureDatabase } from '@/scripts/database/cluster'
import { applyMigrations } from '@/scripts/database/migrations'
import { Refusal } from '@/scripts/database/refusal'
import { DATABASE, prepareDemonstration, startDatabase } from '@/scripts/start/demonstration'
import { writeDemonstrationRecord } from '@/scripts/start/demonstration-record'
import { inRoot } from '@/scripts/start/root'
import { withClient } from '../support/database'

/** The scratch database, beside the demonstration's in the same cluster. */
const LOAD_DATABASE = 'zhihui_load'
/** Where the start looks for a free port for its own purposes; nothing is served here. */
const PORT = 3000

export type Place = { databaseUrl: string; close: () => Promise<void> }

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The cluster of the demonstration: as it runs, or started for this and ended afterwards. */
async function clusterOf(dataDir: string): Promise<{ record: DemonstrationRecord; stop: () => Promise<void> }> {
  const kept = readDemonstrationRecord(dataDir)
  if (kept && (await answers(at(kept.databaseUrl, 'postgres')))) return { record: kept, stop: async () => undefined }
  const { record } = await prepareDemonstration(PORT)
  const cluster = await startDatabase(dataDir, record.databaseUrl)
  return { record, stop: cluster.stop }
}

function at(url: string, database: string): string {
  const there = new URL(url)
  there.pathname = `/${database}`
  return there.toString()
}

/**
 * From here on `getEnv()` and `db()` speak of the load's database, under the demonstration's keys. The record of it lies in
 * a folder of its own, so that the demonstration's is not touched.
 * @param wanted the scratch database made anew, the one that is there, or the demonstration's own
 * @throws Refusal in production, and where there is nothing to measure yet
 */
export async function openPlace(wanted: 'anew' | 'as-it-is' | 'demonstration'): Promise<Place> {
  if (!isDemonstrationSource(process.env)) throw new Refusal('This is production (DATABASE_URL or OIDC_ISSUER is set): invented families are never loaded here.')
  const dataDir = dataDirOf(process.env)
  const { record, stop } = await clusterOf(dataDir)
  const database = wanted === 'demonstration' ? DATABASE : LOAD_DATABASE
  const databaseUrl = at(record.databaseUrl, database)
  try {
    if (wanted === 'anew') await withClient(at(record.databaseUrl, 'postgres'), (client) => client.query(`DROP DATABASE IF EXISTS ${LOAD_DATABASE} WITH (FORCE)`))
    const made = await ensureDatabase({ url: (name) => at(record.databaseUrl, name) }, database)
    if (made && wanted === 'as-it-is') throw new Refusal('There is no load yet: npm run seed:load -- 100000')
    await applyMigrations(databaseUrl, inRoot('prisma/migrations'))
  } catch (error) {
    await stop()
    throw error
  }
  const loadDir = path.join(dataDir, 'load')
  writeDemonstrationRecord(loadDir, { ...record, databaseUrl })
  process.env.DATA_DIR = loadDir
  return { databaseUrl, close: stop }
}
