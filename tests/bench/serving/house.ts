import { rmSync } from 'node:fs'
import path from 'node:path'
import { getEnv, type Env } from '@/lib/env'
import { freePort } from '@/scripts/database/free-port'
import { applyMigrations } from '@/scripts/database/migrations'
import { ensureBuilt } from '@/scripts/start/build'
import { prepareDemonstration, startDatabase } from '@/scripts/start/demonstration'
import { startIdentityProvider } from '@/scripts/start/identity'
import { Programs } from '@/scripts/start/programs'
import { inRoot } from '@/scripts/start/root'
import { stage } from '@/scripts/start/terminal'
import { launchServer, serverEnvironment, waitUntilHealthy } from '@/scripts/start/server'
import { newDataDirectory } from '../../support/app'

/** Ends what was started, also when the bench is broken off at the terminal: the programs are in process groups of their own. */
export async function withPrograms<Value>(work: (programs: Programs) => Promise<Value>): Promise<Value> {
  const programs = new Programs(() => undefined)
  // Ctrl-C may come twice, from the terminal and through npm: once is enough.
  const breakOff = () => {
    if (!programs.isStopping()) void programs.stopAll().finally(() => process.exit(130))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, breakOff)
  try {
    return await work(programs)
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, breakOff)
    await programs.stopAll()
  }
}

/**
 * The built application on what `env` says; built where the sources are newer than the build.
 * @param before a module of ours that its process loads before its own
 */
export async function serveHouse(programs: Programs, env: Env, before?: string): Promise<void> {
  await ensureBuilt(programs, serverEnvironment(env))
  const logFile = path.join(env.dataDir, 'server.log')
  const options = process.env.NODE_OPTIONS
  if (before) process.env.NODE_OPTIONS = `${options ?? ''} --import=${before}`
  const server = programs.add(launchServer(env, false, logFile))
  if (options === undefined) delete process.env.NODE_OPTIONS
  else process.env.NODE_OPTIONS = options
  await waitUntilHealthy(env, server, logFile)
}

export type House = { programs: Programs; env: Env }
/** What a bench puts into the database before the application is served on it. @returns whom the identity provider shall know, as a file, where not the demonstration's people */
type Furnish<Furniture> = () => Promise<{ furniture: Furniture; people?: string }>

/**
 * The built application in the middle of its season, with a database, an identity provider and files of its own, all of which
 * go when `work` is done. Requests come as through a proxy of this machine, which says from which address each one is.
 */
export async function withHouse<Furniture, Value>(furnish: Furnish<Furniture>, work: (house: House, furniture: Furniture) => Promise<Value>): Promise<Value> {
  const dataDir = newDataDirectory()
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  for (const name of ['DATABASE_URL', 'OIDC_ISSUER', 'HOST', 'BASE_URL']) delete process.env[name]
  Object.assign(process.env, { DATA_DIR: dataDir, PORT: String(await freePort()), TRUSTED_PROXIES: '127.0.0.1' })
  return withPrograms(async (programs) => {
    await prepareDemonstration(Number(process.env.PORT))
    const env = getEnv()
    const cluster = await startDatabase(dataDir, env.databaseUrl)
    programs.add({ name: 'PostgreSQL', pid: cluster.pid, ended: cluster.ended, stop: cluster.stop })
    await applyMigrations(env.databaseUrl, inRoot('prisma/migrations'))
    const [{ loadDemonstration }, { disconnect }] = await Promise.all([import('@/scripts/start/load-demonstration'), import('@/lib/data/db')])
    await loadDemonstration()
    const { furniture, people } = await stage('prepared', furnish, () => 'families in a database of their own')
    await startIdentityProvider(env, (program) => programs.add(program), people)
    await stage('serving', () => serveHouse(programs, env), () => env.baseUrl)
    try {
      return await work({ programs, env }, furniture)
    } finally {
      await disconnect()
    }
  })
}
