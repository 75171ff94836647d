import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepEvidence, startApp, stopAndRemove, type App } from '../support/app'
import { family } from '../support/families'
import { Phone, type PageForm } from '../support/phone'

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

type Ready = { phone: () => Phone; form: PageForm; applicationId: string; child: string }

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
  return { phone: () => new Phone(app, token), form: await new Phone(app, token).formOf(path, '提交入学信息'), applicationId, child: child.idNumber }
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

async function restart(): Promise<void> {
  const { db } = await import('@/lib/data/db')
  await app.ended
  app = await startApp({ dataDir: app.dataDir, port: app.port })
  // Connections that broke with the database are found out by using them.
  await db().$queryRaw`SELECT 1`.catch(() => undefined)
}

/** What is killed, and how many milliseconds after the press. */
const ROUNDS = [
  ['deed-father', 'The web server', 0],
  ['deed-mother', 'The web server', 4],
  ['deed-student', 'The web server', 9],
  ['deed-other-zone', 'The web server', 15],
  ['born-first-day', 'The web server', 25],
  ['born-last-day', 'PostgreSQL', 3],
  ['deed-grandfather-heads', 'PostgreSQL', 12],
  ['separated-mother', 'The web server', 600],
] as const

test('R-27 kill -9 of the server or the database in a submit: all of it or nothing, never two, and pressing again ends well', async () => {
  const answers: (string | null)[] = []
  for (const [walk, program, delay] of ROUNDS) {
    const { phone, form, applicationId } = await ready(walk)
    const posted = phone().post(form)
    await new Promise((resolve) => setTimeout(resolve, delay))
    app.kill(program)
    const answer = await posted
    answers.push(answer)
    await restart()

    const held = await heldOf(applicationId)
    expect(held, `${walk}: after kill -9 of ${program}`).not.toBe('half')
    if (answer?.endsWith('/done')) expect(held, `${walk}: what was acknowledged is kept`).toBe('all')
    expect(await phone().post(form), `${walk}: pressed again`).toMatch(/\/done$/)
    expect(await heldOf(applicationId)).toBe('all')
  }
  // The drill has to have cut some submits off, and to have let one through.
  expect(answers.filter((answer) => !answer?.endsWith('/done')).length).toBeGreaterThan(0)
  expect(answers.filter((answer) => answer?.endsWith('/done')).length).toBeGreaterThan(0)
  const { db } = await import('@/lib/data/db')
  expect(await db().submission.count()).toBe(ROUNDS.length)
})

test('the audit log’s seals hold after all these kills', async () => {
  const [{ sealAudit }, { verifyAudit }, { db }] = await Promise.all([import('@/lib/audit/seal'), import('@/lib/audit/verify'), import('@/lib/data/db')])
  await sealAudit(db())
  expect((await verifyAudit(db())).faults).toEqual([])
  expect(await db().auditSeal.count()).toBeGreaterThan(0)
})
