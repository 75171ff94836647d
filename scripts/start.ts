import { existsSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { EnvError, getEnv, isDemonstrationSource, type Env } from '@/lib/env'
import { applyMigrations } from './database/migrations'
import { Refusal } from './database/refusal'
import { ensureBuilt, isBuilt } from './start/build'
import type { Officer } from './start/demonstration-staff'
import { prepareDemonstration, startDatabase } from './start/demonstration'
import { startIdentityProvider } from './start/identity'
import { officersToSignInAs, whomToSignInAs } from './start/people'
import { Programs } from './start/programs'
import { inRoot } from './start/root'
import { forgetRunning, noteRunning } from './start/running'
import { launchServer, refuseTakenPort, serverEnvironment, waitUntilHealthy } from './start/server'
import { announce, say, seconds, stage } from './start/terminal'

const began = performance.now()
const development = process.argv.includes('--dev')
let isServing = false
let dataDir: string | null = null
let officers: readonly Officer[] = []
/** stages that run side by side; nothing ends before they have */
let underWay: Promise<unknown> = Promise.resolve()

const programs = new Programs((running) => {
  if (dataDir) noteRunning(dataDir, running)
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // Ctrl-C may come twice, from the terminal and through npm: once is enough.
    if (!programs.isStopping()) void end(isServing ? 0 : 130, 'Stopping …')
  })
}

async function end(code: number, sentence: string): Promise<never> {
  say(`\n${sentence}`)
  await programs.stopAll()
  await underWay
  await programs.stopAll()
  if (dataDir) forgetRunning(dataDir)
  if (code === 0) say('Stopped. Everything is kept for the next start.')
  process.exit(code)
}

/** The same files that Next reads, so that both see one configuration; what the terminal sets wins. */
function readEnvFiles(): void {
  for (const file of ['.env.local', '.env']) if (existsSync(inRoot(file))) process.loadEnvFile(inRoot(file))
}

async function checkEnvironment(): Promise<Env> {
  if (isDemonstrationSource(process.env)) {
    const { ended } = await prepareDemonstration(Number(process.env.PORT) || 3000)
    if (ended.length > 0) announce('left over', `ended what an earlier start had left running: ${ended.join(', ')}`)
  }
  const env = getEnv()
  if (env.mode === 'demonstration') dataDir = env.dataDir
  await refuseTakenPort(env.host, env.port)
  return env
}

/** Production refuses a database that was a demonstration's: its season would not be open when the county says. */
async function refuseOffset(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ offset_ms: string }>('SELECT offset_ms FROM clock_setting WHERE offset_ms <> 0')
    if (rows.length > 0) throw new Refusal('The season clock of this database has an offset, as the demonstration has it: production does not start on it.')
  } finally {
    await client.end()
  }
}

async function prepareDatabase(env: Env): Promise<void> {
  if (env.mode === 'demonstration') {
    const up = ({ port, directory }: { port: number; directory: string }) => `PostgreSQL 18 on 127.0.0.1:${port}, files in ${directory}`
    const cluster = await stage('database', () => startDatabase(env.dataDir, env.databaseUrl), up)
    programs.add({ name: 'PostgreSQL', pid: cluster.pid, ended: cluster.ended, stop: cluster.stop })
    if (new URL(env.databaseUrl).port !== String(cluster.port)) throw new Refusal('The port that was chosen for the database was taken in between: start again.')
  }
  const applied = (names: string[]) => (names.length === 0 ? 'nothing to apply' : `applied ${names.join(', ')}`)
  await stage('migrations', () => applyMigrations(env.databaseUrl, inRoot('prisma/migrations')), applied)
  if (env.mode === 'production') return refuseOffset(env.databaseUrl)
  officers = await stage('demonstration', loadPeople, (opened) => `two counties, their families, and ${opened.length} officers`)
}

async function loadPeople(): Promise<Officer[]> {
  const [{ loadDemonstration }, { openDemonstrationAccounts }, { db }] = await Promise.all([import('./start/load-demonstration'), import('./start/demonstration-staff'), import('@/lib/data/db')])
  await loadDemonstration()
  const opened = await openDemonstrationAccounts()
  await db().$disconnect()
  return opened
}

async function build(env: Env): Promise<void> {
  if (development) return
  if (!isBuilt()) announce('build', 'the sources are new here: Next builds the pages, about half a minute …')
  await stage('build', () => ensureBuilt(programs, serverEnvironment(env)), (isNew) => (isNew ? 'pages built' : 'up to date'))
}

async function identity(env: Env): Promise<void> {
  if (env.mode === 'production') return
  await stage('identity', () => startIdentityProvider(env, (program) => programs.add(program)), () => `the stand-in for 昌通码 on ${env.oidc.issuer}`)
}

async function start(): Promise<void> {
  readEnvFiles()
  const env = await stage('environment', checkEnvironment, ({ mode }) => `${mode}, Node ${process.versions.node}`)
  // The build does not need the database: on a first start they share the time.
  const stages = [prepareDatabase(env), build(env), identity(env)]
  underWay = Promise.allSettled(stages)
  await Promise.all(stages)
  const logFile = env.mode === 'demonstration' ? path.join(env.dataDir, 'logs', 'server.log') : null
  const server = programs.add(launchServer(env, development, logFile))
  await stage('server', () => waitUntilHealthy(env, server, logFile), () => `healthy on ${env.host}:${env.port}`)
  isServing = true
  welcome(env)
  await programs.watch()
}

function welcome(env: Env): void {
  say(`\n智慧入学  ${env.baseUrl}   (${seconds(began)}; Ctrl-C stops everything)`)
  if (env.mode === 'production') return
  say(`This is a demonstration on fictional families; its data and logs are in ${env.dataDir}. Sign in as, for instance:\n`)
  for (const line of whomToSignInAs()) say(line)
  say("\nOn the county's side, at another door:\n")
  for (const line of officersToSignInAs(officers, env.baseUrl)) say(line)
}

try {
  await start()
} catch (error) {
  // An end that was asked for makes the stages fail; it finishes by itself.
  if (!programs.isStopping()) await explain(error)
}

async function explain(error: unknown): Promise<never> {
  if (error instanceof EnvError) return end(1, `This configuration cannot start:\n${error.message}\nEvery variable is explained in .env.example.`)
  if (error instanceof Refusal) return end(1, error.message)
  return end(1, error instanceof Error ? (error.stack ?? error.message) : String(error))
}
