import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { freePort } from '@/scripts/database/free-port'
import { writePeople } from './people'

const ROOT = path.resolve(import.meta.dirname, '../..')
const TSX = path.join(ROOT, 'node_modules/.bin/tsx')
const MAIN = path.join(ROOT, 'scripts/identity-provider/main.ts')

/** The library counts on a version of Node that is marked for long-term support, and says so before anything else. */
const LIBRARY_NOTE = /^oidc-provider WARNING: Unsupported runtime\..*\n/

export const REDIRECT_URI = 'http://127.0.0.1:57300/api/auth/callback/changtongma'

export type StandIn = {
  issuer: string
  port: number
  clientId: string
  clientSecret: string
  /** everything that it has written so far */
  output: () => { stdout: string; stderr: string }
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

type Outcome = { process: ChildProcess; output: () => { stdout: string; stderr: string } }

/** The real process, as the start command runs it, with nothing of this process's environment but the path. */
export function run(environment: Record<string, string>): Outcome {
  const child = spawn(TSX, ['--conditions=react-server', MAIN], { cwd: ROOT, env: { NODE_ENV: 'production', PATH: process.env.PATH, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()))
  return { process: child, output: () => ({ stdout: said.stdout, stderr: said.stderr.replace(LIBRARY_NOTE, '') }) }
}

export async function environmentFor(port: number): Promise<Record<string, string>> {
  const { people, accounts } = await writePeople()
  return {
    ISSUER: `http://127.0.0.1:${port}`,
    PORT: String(port),
    CLIENT_ID: 'zhihui-ruxue',
    CLIENT_SECRET: 'a secret for these tests only',
    REDIRECT_URI,
    PEOPLE_CSV: people,
    ACCOUNTS_CSV: accounts,
  }
}

export async function startStandIn(): Promise<StandIn> {
  const port = await freePort()
  const environment = await environmentFor(port)
  const { process: child, output } = run(environment)
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => output().stdout.includes('ready') && resolve())
    child.once('exit', () => reject(new Error(`the stand-in ended: ${output().stderr}`)))
  })
  return {
    issuer: environment.ISSUER ?? '',
    port,
    clientId: environment.CLIENT_ID ?? '',
    clientSecret: environment.CLIENT_SECRET ?? '',
    output,
    stop: async (signal = 'SIGTERM') => {
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
      return child.exitCode
    },
  }
}
