import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '@/scripts/database/free-port'
import { readRunning } from '@/scripts/start/running'
import { keepEvidence, newDataDirectory, startApp, statusOf, stopAndRemove, type App } from '../support/app'
import { withClient } from '../support/database'
import { ROOT } from '../support/run-directory'

let app: App

beforeAll(async () => {
  app = await startApp()
})

afterAll(async () => {
  await keepEvidence(app, 'start')
  await stopAndRemove(app)
})

/** A start that is expected to refuse. @returns what it said, and the code with which it ended */
function refusedStart(env: Record<string, string>): Promise<{ said: string; code: number | null }> {
  const { DATABASE_URL: _database, OIDC_ISSUER: _issuer, ...inherited } = process.env
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', path.join(ROOT, 'scripts/start.ts')], {
    cwd: ROOT,
    env: { ...inherited, NODE_ENV: 'production', DATA_DIR: newDataDirectory(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  return new Promise((resolve) => child.once('close', (code) => resolve({ said, code })))
}

const key = () => randomBytes(32).toString('base64')

function production(): Record<string, string> {
  return {
    DATABASE_URL: app.databaseUrl(),
    OIDC_ISSUER: 'https://id.example.org',
    OIDC_CLIENT_ID: 'ruxue',
    OIDC_CLIENT_SECRET: 'secret',
    BASE_URL: 'https://ruxue.example.org',
    ENCRYPTION_KEYS: `v1:${key()}`,
    INDEX_KEY: key(),
    SESSION_SECRET: key(),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key(),
    SMS_GATEWAY_URL: 'none',
  }
}

test('health is 200 while the database answers', async () => {
  expect(await statusOf(app, '/api/health')).toBe(200)
})

test('the demonstration listens on this machine only, and its keys and logs are nobody else’s to read', async () => {
  const { statSync } = await import('node:fs')
  expect(statSync(path.join(app.dataDir, 'demonstration.json')).mode & 0o077).toBe(0)
  expect(app.said()).toContain('demonstration')
})

test('a second start loses nothing and applies nothing, and an end ends all that was started', async () => {
  await withClient(app.databaseUrl(), (client) => client.query(`INSERT INTO seasons (id, county, year) VALUES (gen_random_uuid(), '360999', 2099)`))
  const clock = () => withClient(app.databaseUrl(), async (client) => (await client.query('SELECT offset_ms FROM clock_setting')).rows[0])
  const before = await clock()
  const running = readRunning(app.dataDir)?.programs.map((program) => program.pid) ?? []
  expect(running.length).toBeGreaterThanOrEqual(3)
  expect(await app.stop()).toBe(0)
  for (const pid of running) expect(() => process.kill(pid, 0), `process ${pid}`).toThrow()
  expect(await statusOf(app, '/api/health')).toBeNull()

  app = await startApp({ dataDir: app.dataDir })
  expect(app.said()).toContain('nothing to apply')
  expect(await clock()).toEqual(before)
  const kept = await withClient(app.databaseUrl(), async (client) => (await client.query(`SELECT count(*)::int AS n FROM seasons WHERE county = '360999'`)).rows[0])
  expect(kept).toEqual({ n: 1 })
})

test.each([
  ['DATABASE_URL alone', () => ({ DATABASE_URL: app.databaseUrl() }), /OIDC_ISSUER is missing/],
  ['OIDC_ISSUER alone', () => ({ OIDC_ISSUER: 'https://id.example.org' }), /DATABASE_URL is missing/],
  ['a port that is none', () => ({ PORT: 'web' }), /PORT must be a port number/],
  ['a key of the demonstration', () => ({ ...production(), SESSION_SECRET: `demo-${key()}` }), /SESSION_SECRET: this is a key of the demonstration/],
  ['a database whose clock has an offset', () => production(), /season clock of this database has an offset/],
])('with %s it does not start, and says why in a sentence', async (_what, env, sentence) => {
  const { said, code } = await refusedStart({ PORT: String(await freePort()), ...env() })
  expect(said).toMatch(sentence)
  expect(said).not.toMatch(/\n {4}at /)
  expect(code).toBe(1)
})

test('a port that is taken is said, before anything is started on it', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { said, code } = await refusedStart({ PORT: String(port) })
  taken.close()
  expect(said).toContain(String(port))
  expect(code).toBe(1)
})

test('health is 503 without the database, and a page fails with a reference number instead of hanging', async () => {
  const maintenance = new URL(app.databaseUrl())
  const name = maintenance.pathname.slice(1)
  maintenance.pathname = '/postgres'
  const fromBeside = (statement: string) => withClient(maintenance.toString(), (client) => client.query(statement))
  await fromBeside(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
  try {
    await fromBeside(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`)
    await expect.poll(() => statusOf(app, '/api/health'), { timeout: 30_000 }).toBe(503)
    expect(await statusOf(app, '/')).toBe(500)
  } finally {
    await fromBeside(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
  }
  await expect.poll(() => statusOf(app, '/api/health'), { timeout: 30_000 }).toBe(200)
  expect(await statusOf(app, '/')).toBe(200)
})
