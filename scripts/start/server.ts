import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Env } from '@/lib/env'
import { Refusal } from '../database/refusal'
import { isFree } from '../database/free-port'
import { launch, type Program } from './programs'
import { inRoot } from './root'

const UNTIL_HEALTHY_MS = 60_000

/** @throws Refusal when somebody else listens on the port that we were told to use */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  if (await isFree(port, host)) return
  throw new Refusal(`Port ${port} of ${host} is in use by another program. Stop that one, or choose another port: PORT=${port + 100} npm start`)
}

/** What Next and its libraries want to be told beside our own variables. */
export function serverEnvironment(env: Env): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATA_DIR: env.dataDir,
    NEXTAUTH_URL: env.baseUrl,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: env.serverActionsKey,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

export function launchServer(env: Env, development: boolean, logFile: string | null): Program {
  return launch({
    name: 'The web server',
    args: [inRoot('node_modules/next/dist/bin/next'), development ? 'dev' : 'start', '-H', env.host, '-p', String(env.port)],
    env: { ...serverEnvironment(env), NODE_ENV: development ? 'development' : 'production' },
    logFile,
  })
}

function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  return host === '::' ? '::1' : host
}

/** The status of the health page, asked under the name that browsers use; null while nobody answers. */
function askHealth(env: Env): Promise<number | null> {
  return new Promise((resolve) => {
    const asked = request({ host: reachable(env.host), port: env.port, path: '/api/health', headers: { host: new URL(env.baseUrl).host }, timeout: 10_000 }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? null)
    })
    asked.once('timeout', () => asked.destroy())
    asked.once('error', () => resolve(null))
    asked.end()
  })
}

/** Waits until the server answers and its database too. @throws Refusal */
export async function waitUntilHealthy(env: Env, server: Program, logFile: string | null): Promise<void> {
  const where = logFile ? ` Its log: ${logFile}` : ''
  let isEnded = false
  void server.ended.then(() => (isEnded = true))
  const until = Date.now() + UNTIL_HEALTHY_MS
  for (let status: number | null = null; ; ) {
    status = await askHealth(env)
    if (status === 200) return
    if (isEnded) throw new Refusal(`The web server ended while it was starting.${where}`)
    if (Date.now() > until) throw new Refusal(`The web server does not become healthy (${status ?? 'no answer'}).${where}`)
    await pause(50)
  }
}
