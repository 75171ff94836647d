import { spawn, type ChildProcess } from 'node:child_process'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { databaseAccount, isPassable, type Account } from './account'
import { findEngine, reachablePlace, type Engine } from './engine'
import { freePort } from './free-port'
import { Refusal } from './refusal'

const MAJOR = '18'
const OWNER = 'zhihui'

export type ClusterOptions = {
  /** PostgreSQL's files go to `postgres` under this, or to a place that its account can reach */
  readonly dataDir: string
  readonly password: string
  readonly logFile: string
  /** taken when it is free */
  readonly port?: number
  /** throw-away databases of the tests need not survive a power cut */
  readonly durable?: boolean
}

export type Cluster = {
  readonly port: number
  readonly directory: string
  readonly pid: number
  readonly url: (database: string) => string
  /** resolves when PostgreSQL has ended, whoever ended it */
  readonly ended: Promise<void>
  /** ends it in order: open transactions are rolled back, all that was acknowledged is on the disk */
  readonly stop: () => Promise<void>
}

const ENVIRONMENT: NodeJS.ProcessEnv = { NODE_ENV: 'production', PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', ...(process.platform === 'win32' ? process.env : {}) }

function run(file: string, args: readonly string[], account: Account | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...account, cwd: '/', env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Refusal(`${path.basename(file)} failed (${code}):\n${said.trim()}`))))
  })
}

/** Where this data directory's PostgreSQL keeps its files. */
export function clusterDirectory(dataDir: string, account = databaseAccount()): string {
  const here = path.resolve(dataDir)
  return path.join(isPassable(here, account) ? here : reachablePlace(here), 'postgres')
}

async function create(directory: string, password: string, engine: Engine, account: Account | null, durable: boolean): Promise<void> {
  // Made beside its place and moved there when complete: a start that is cut off leaves nothing half-made behind.
  const making = `${directory}.making`
  const secret = `${directory}.password`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { mode: 0o700 })
  writeFileSync(secret, password, { mode: 0o600 })
  if (account) for (const file of [making, secret]) chownSync(file, account.uid, account.gid)
  try {
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const access = ['-U', OWNER, '--auth=scram-sha-256', `--pwfile=${secret}`]
    await run(engine.program('initdb'), ['-D', making, ...access, ...locale, ...(durable ? [] : ['--no-sync'])], account)
    renameSync(making, directory)
  } finally {
    rmSync(secret, { force: true })
  }
}

/** A start that was killed leaves its PostgreSQL running on these files; it is ended before a new one begins. */
async function stopLeftover(directory: string, engine: Engine, account: Account | null): Promise<void> {
  const file = path.join(directory, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  try {
    process.kill(pid, 0)
  } catch {
    return
  }
  // PostgreSQL itself knows whether that process is one of its own; a number that was given to another one is left alone.
  await run(engine.program('pg_ctl'), ['-D', directory, '-m', 'fast', '-w', 'stop'], account).catch(() => undefined)
}

async function ask(url: string): Promise<string> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const answer = await client.query<{ data_directory: string }>('SHOW data_directory')
    return answer.rows[0]?.data_directory ?? ''
  } finally {
    await client.end()
  }
}

/** Another server may have taken the port in between: nothing is written before the data directory is known to be ours. */
async function waitUntilUp(url: string, directory: string, child: ChildProcess, logFile: string): Promise<void> {
  const until = Date.now() + 60_000
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > until) {
      const tail = existsSync(logFile) ? readFileSync(logFile, 'utf8').trim().split('\n').slice(-8).join('\n') : ''
      throw new Refusal(`PostgreSQL did not start on ${directory}. Its log (${logFile}) ends with:\n${tail}`)
    }
    try {
      const answered = await ask(url)
      if (realpathSync(answered) !== realpathSync(directory)) throw new Refusal(`Another PostgreSQL (${answered}) has taken this one's port; start again.`)
      return
    } catch (error) {
      if (error instanceof Refusal) throw error
      const code = error instanceof Error && 'code' in error ? error.code : null
      if (code === '28P01') throw new Refusal(`The database in ${directory} has another password than the data directory remembers. If its contents may go, remove both.`)
      await pause(25)
    }
  }
}

/** Starts the embedded PostgreSQL on its files, which it makes at the first start. @throws Refusal */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { password, logFile, durable = true } = options
  const account = databaseAccount()
  const engine = findEngine(account)
  const directory = clusterDirectory(options.dataDir, account)
  mkdirSync(path.dirname(directory), { recursive: true, mode: 0o711 })
  if (!existsSync(path.join(directory, 'PG_VERSION'))) await create(directory, password, engine, account, durable)
  const version = readFileSync(path.join(directory, 'PG_VERSION'), 'utf8').trim()
  if (version !== MAJOR) throw new Refusal(`The files in ${directory} are of PostgreSQL ${version}, this is ${MAJOR}: move them over with pg_upgrade, or set them aside.`)
  await stopLeftover(directory, engine, account)

  const port = await freePort(options.port)
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // An error's details name the values that it met; the log gets the message alone.
    log_error_verbosity: 'terse',
    // The default is of disks that turn: by it the planner reads whole tables where a few rows by their keys would do.
    random_page_cost: '1.1',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(logFile, 'a', 0o600)
  // A process group of its own: Ctrl-C at the terminal reaches us first, and we end things in order.
  const child = spawn(engine.program('postgres'), ['-D', directory, '-p', String(port), ...flags], {
    ...account, cwd: '/', env: ENVIRONMENT, stdio: ['ignore', log, log], detached: process.platform !== 'win32',
  })
  closeSync(log)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const url = (database: string) => `postgresql://${OWNER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGINT')
    const last = setTimeout(() => child.kill('SIGQUIT'), 20_000)
    await ended
    clearTimeout(last)
  }
  try {
    await waitUntilUp(url('postgres'), directory, child, logFile)
  } catch (error) {
    await stop()
    throw error
  }
  return { port, directory, pid: child.pid ?? 0, url, ended, stop }
}

/** Makes the database where there is none. @returns whether it was made now */
export async function ensureDatabase(cluster: Pick<Cluster, 'url'>, name: string): Promise<boolean> {
  const client = new Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount) return false
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
    return true
  } finally {
    await client.end()
  }
}
