import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepEvidence, startApp, statusOf, stopAndRemove, type App } from '../support/app'
import { withClient } from '../support/database'
import { family } from '../support/families'
import type { PageForm } from '../support/page-form'
import { Phone } from '../support/phone'
import { startAnew } from '../support/start-anew'

/**
 * kill -9 in the middle of submits. The rooms are loaded with the application's own data directory, so that drafts are made
 * and the database is read with its keys; the submit itself is the page's form, posted to the running server.
 */
let app: App

beforeAll(async () => {
  app = await startApp()
  process.env.DATA_DIR = app.dataDir
})

afterAll(async () => {
  const { db } = await import('@/lib/data/db')
  await db().$disconnect()
  await keepEvidence(app, 'kill')
  await stopAndRemove(app)
})

type Ready = { walk: string; press: () => Promise<string | null>; applicationId: string; studentId: string }

/** A guardian whose reading time is over, with the form of 「提交入学信息」 in hand. */
async function ready(walk: string): Promise<Ready> {
  const [{ signedIn, aDraft, answer }, { readClock }, { openSession }, { db }] = await Promise.all([
    import('../support/journey'), import('@/lib/clock'), import('@/lib/data/guardians'), import('@/lib/data/db'),
  ])
  const { guardian, child } = family(walk)
  const now = await readClock()
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber, now)
  await answer(actor, applicationId, 'confirm', now)
  const token = randomBytes(16).toString('hex')
  await openSession(token, actor.guardianId, now.real)
  const path = `/register/${applicationId}/confirm`
  await new Phone(app, token).open(path)
  await db().$executeRaw`UPDATE confirmations SET served_at = served_at - interval '16 seconds'`
  const form: PageForm = await new Phone(app, token).formOf(path, '提交入学信息')
  const { studentId } = await db().application.findUniqueOrThrow({ where: { id: applicationId }, select: { studentId: true } })
  return { walk, press: () => new Phone(app, token).post(form), applicationId, studentId }
}

/** What the database holds of an application: all of a submission, or nothing of one. */
async function heldOf(applicationId: string): Promise<'all' | 'nothing' | 'half'> {
  const { db } = await import('@/lib/data/db')
  const [application, submissions, events] = await Promise.all([
    db().application.findUniqueOrThrow({ where: { id: applicationId }, select: { status: true } }),
    db().submission.count({ where: { applicationId } }),
    db().auditEvent.count({ where: { applicationId, type: 'application-submitted' } }),
  ])
  if (application.status === 'submitted' && submissions === 1 && events === 1) return 'all'
  return application.status === 'draft' && submissions === 0 && events === 0 ? 'nothing' : 'half'
}

/** Holds a child's row, so that its submit waits in the middle of its transaction: moved and frozen, not yet told nor sealed. */
async function hold({ studentId }: Ready): Promise<{ letGo: () => Promise<void> }> {
  const client = new Client({ connectionString: app.databaseUrl() })
  // The database may go first.
  client.on('error', () => undefined)
  await client.connect()
  await client.query('BEGIN')
  await client.query('SELECT 1 FROM students WHERE id = $1 FOR UPDATE', [studentId])
  return { letGo: () => client.end().catch(() => undefined) }
}

const waiting = () => withClient(app.databaseUrl(), async (client) => Number((await client.query(`SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).rows[0]?.n))

/** What is killed while one family has its answer, one waits in the middle, and two go on to their end, one a little further than the other. */
const KILLS = [
  ['The web server', { answered: 'deed-father', inTheMiddle: 'deed-mother', goingOn: ['deed-student', 'deed-other-zone'] }],
  ['PostgreSQL', { answered: 'born-first-day', inTheMiddle: 'born-last-day', goingOn: ['deed-grandfather-heads', 'separated-mother'] }],
] as const
const LEAD_MS = 12

test.for(KILLS)('R-27 kill -9 of %s in submits: all of each or nothing, never two, and pressing again ends well', async ([program, families]) => {
  const answered = await ready(families.answered)
  const inTheMiddle = await ready(families.inTheMiddle)
  const goingOn = [await ready(families.goingOn[0]), await ready(families.goingOn[1])] as const
  const all = [answered, inTheMiddle, ...goingOn]
  expect(await answered.press()).toMatch(/\/done$/)

  const held = await hold(inTheMiddle)
  const lead = await hold(goingOn[0])
  const rest = await hold(goingOn[1])
  const pressed = Promise.all([inTheMiddle, ...goingOn].map((one) => one.press()))
  await expect.poll(waiting, { timeout: 60_000 }).toBe(3)
  await lead.letGo()
  await pause(LEAD_MS)
  await rest.letGo()
  app.kill(program)
  const answers = await pressed
  await held.letGo()
  app = await startAnew(app)

  expect(await heldOf(answered.applicationId), 'what was acknowledged is kept').toBe('all')
  const acknowledged = answers.map((answer) => answer?.endsWith('/done') ?? false)
  expect(acknowledged[0], 'in the middle').toBe(false)
  expect(await heldOf(inTheMiddle.applicationId), 'in the middle').toBe('nothing')
  for (const [place, one] of goingOn.entries()) {
    expect(acknowledged[place + 1] ? ['all'] : ['all', 'nothing'], one.walk).toContain(await heldOf(one.applicationId))
  }
  for (const one of all) {
    expect(await one.press(), `${one.walk}: pressed again`).toMatch(/\/done$/)
    expect(await heldOf(one.applicationId)).toBe('all')
  }
})

test('the audit log’s seals hold after all these kills', async () => {
  // However the tests above ended, what they left is on the disk.
  if ((await statusOf(app, '/api/health')) !== 200) {
    await app.stop()
    app = await startAnew(app)
  }
  const [{ sealAudit }, { verifyAudit }, { db }] = await Promise.all([import('@/lib/audit/seal'), import('@/lib/audit/verify'), import('@/lib/data/db')])
  await sealAudit(db())
  expect((await verifyAudit(db())).faults).toEqual([])
  expect(await db().auditSeal.count()).toBeGreaterThan(0)
})
