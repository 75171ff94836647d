import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { dataDirOf, readDemonstrationRecord, type DemonstrationRecord } from '@/lib/env'
import { ensureDatabase, startCluster, type Cluster } from '../database/cluster'
import { freePort } from '../database/free-port'
import { renewDemonstrationRecord } from './demonstration-record'
import { takeOver } from './running'

export const DATABASE = 'zhihui'

/** The addresses of this start are chosen before anything runs, so that the build and the database can start side by side. */
export async function prepareDemonstration(port: number): Promise<{ record: DemonstrationRecord; ended: string[] }> {
  const dataDir = dataDirOf(process.env)
  const ended = await takeOver(dataDir)
  const kept = readDemonstrationRecord(dataDir)
  const database = kept ? new URL(kept.databaseUrl) : null
  const password = database ? decodeURIComponent(database.password) : randomBytes(24).toString('base64url')
  const databasePort = await freePort(database ? Number(database.port) : undefined)
  const issuerPort = await freePort(kept ? Number(new URL(kept.issuer).port) : port + 1)
  const databaseUrl = `postgresql://zhihui:${encodeURIComponent(password)}@127.0.0.1:${databasePort}/${DATABASE}`
  const record = renewDemonstrationRecord(dataDir, databaseUrl, `http://127.0.0.1:${issuerPort}`)
  mkdirSync(path.join(dataDir, 'logs'), { recursive: true })
  return { record, ended }
}

export async function startDatabase(dataDir: string, databaseUrl: string): Promise<Cluster> {
  const address = new URL(databaseUrl)
  const cluster = await startCluster({
    dataDir,
    password: decodeURIComponent(address.password),
    port: Number(address.port),
    logFile: path.join(dataDir, 'logs', 'postgresql.log'),
  })
  await ensureDatabase(cluster, DATABASE)
  return cluster
}
