import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readDemonstrationRecord } from '@/lib/env'
import { freePort } from '@/scripts/database/free-port'
import { readRunning } from '@/scripts/start/running'
import { dumpDatabase } from './dump'
import { ROOT, runDirectory } from './run-directory'

export type App = {
  readonly baseUrl: string
  readonly port: number
  readonly dataDir: string
  /** the address of the demonstration's own database */
  readonly databaseUrl: () => string
  /** kill -9 of 'The web server', 'PostgreSQL', 'The identity provider' or the 'start' itself */
  readonly kill: (name: string) => void
  /** all that the start has printed */
  readonly said: () => string
  /** the code with which the start ended */
  readonly ended: Promise<number | null>
  /** as Ctrl-C does */
  readonly stop: () => Promise<number | null>
}

/** A directory through which the database's own account can pass. */
export function newDataDirectory(): string {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'zhihui-app-'))
  chmodSync(dataDir, 0o711)
  return dataDir
}

type Options = { dataDir?: string; port?: number; env?: Readonly<Record<string, string>> }

/** How a start ends whose port, or whose database's or identity provider's, was taken after it had been found free. */
const TAKEN = /in use by another program|was taken in between|taken this one's port|ended while it was starting/

/**
 * The real application as `npm start` starts it, on free ports, with data of its own; twice on one directory is a restart,
 * on another port: whose it was, somebody else may have by then. Where a port is taken on the way, it is tried once more.
 */
export async function startApp(options: Options = {}): Promise<App> {
  const dataDir = options.dataDir ?? newDataDirectory()
  try {
    return await startOnce(dataDir, options)
  } catch (error) {
    if (!(error instanceof Error && TAKEN.test(error.message))) throw error
    return startOnce(dataDir, options)
  }
}

async function startOnce(dataDir: string, options: Options): Promise<App> {
  const port = options.port ?? (await freePort())
  const env: NodeJS.ProcessEnv = { ...process.env, DATA_DIR: dataDir, PORT: String(port), NODE_ENV: 'production', ...options.env }
  for (const name of ['DATABASE_URL', 'OIDC_ISSUER', 'HOST', 'BASE_URL']) if (!(name in (options.env ?? {}))) delete env[name]
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', path.join(ROOT, 'scripts/start.ts')], {
    cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const serving = new Promise<void>((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (/^智慧入学 {2}http/m.test(said)) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
  })
  const first = await Promise.race([serving.then(() => 'serving' as const), ended])
  if (first !== 'serving') throw new Error(`the application did not start (${first}):\n${said}`)
  const running = readRunning(dataDir)
  return {
    baseUrl: `http://localhost:${port}`,
    port,
    dataDir,
    databaseUrl: () => databaseOf(dataDir),
    kill: (name) => {
      const program = name === 'start' ? { pid: child.pid } : running?.programs.find((one) => one.name === name)
      if (!program?.pid) throw new Error(`nothing of the name ${name} runs`)
      process.kill(program.pid, 'SIGKILL')
    },
    said: () => said,
    ended,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

export function databaseOf(dataDir: string): string {
  const record = readDemonstrationRecord(dataDir)
  if (!record) throw new Error(`${dataDir} is no data directory of the demonstration`)
  return record.databaseUrl
}

/** Keeps what the application leaves behind, for the search for personal data in clear at the end of the run. */
export async function keepEvidence(app: App, name: string): Promise<void> {
  await dumpDatabase(app.databaseUrl(), path.join(runDirectory(), 'dumps', `${name}.txt`))
  const logs = path.join(app.dataDir, 'logs')
  if (existsSync(logs)) cpSync(logs, path.join(runDirectory(), 'logs', name), { recursive: true })
}

export async function stopAndRemove(app: App): Promise<void> {
  await app.stop()
  rmSync(app.dataDir, { recursive: true, force: true })
}

/** The status of a page under the name that browsers use; null when nobody answers. */
export function statusOf(app: App, page: string): Promise<number | null> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port: app.port, path: page, headers: { host: `localhost:${app.port}` } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? null)
    })
    asked.once('error', () => resolve(null))
    asked.end()
  })
}
