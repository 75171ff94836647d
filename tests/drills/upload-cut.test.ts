import { randomBytes } from 'node:crypto'
import { readdirSync, existsSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UPLOADS_AT_ONCE } from '@/lib/commands/admit-upload'
import { keepEvidence, startApp, statusOf, stopAndRemove, type App } from '../support/app'
import { family } from '../support/families'
import { aJpeg } from '../support/pictures'
import { startAnew } from '../support/start-anew'

/** Uploads into the real, built application, cut off by the line and by the end of the server. */
let app: App
let token: string
let appealId: string

beforeAll(async () => {
  app = await startApp()
  process.env.DATA_DIR = app.dataDir
  const [{ signedIn, aDraft }, { anAppeal }, { readClock }, { openSession }] = await Promise.all([import('../support/journey'), import('../support/appeals'), import('@/lib/clock'), import('@/lib/data/guardians')])
  const { guardian, child } = family('record-wrong-father')
  const now = await readClock()
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber, now)
  const input = { applicationId, studentName: child.name, relation: 'FATHER', otherName: '', otherIdNumber: '', otherRelation: '', explanation: '登记的母亲是别人' } as const
  appealId = await anAppeal(actor, { kind: 'GUARDIAN_MISMATCH', input }, now)
  token = randomBytes(16).toString('hex')
  await openSession(token, actor.guardianId, now.real)
})

afterAll(async () => {
  const { db } = await import('@/lib/data/db')
  await db().$disconnect()
  await keepEvidence(app, 'upload-cut')
  await stopAndRemove(app)
})

async function form(files: readonly Buffer[]): Promise<{ type: string; body: Buffer }> {
  const fields = new FormData()
  for (const [name, value] of Object.entries({ appealId, document: 'household-book', subject: 'student', back: '/register' })) fields.append(name, value)
  for (const bytes of files) fields.append('file', new File([Uint8Array.from(bytes)], 'photo.jpg'))
  const whole = new Request('http://localhost', { method: 'POST', body: fields })
  return { type: whole.headers.get('content-type') ?? '', body: Buffer.from(await whole.arrayBuffer()) }
}

function begin({ type, body }: { type: string; body: Buffer }, answered: (status: number | null) => void) {
  const sent = request({
    host: '127.0.0.1', port: app.port, path: '/api/materials', method: 'POST',
    headers: { host: `localhost:${app.port}`, origin: app.baseUrl, accept: 'application/json', cookie: `ruxue-guardian=${token}`, 'content-type': type, 'content-length': body.length },
  }, (answer) => {
    answer.resume()
    answered(answer.statusCode ?? null)
  })
  return sent.once('error', () => answered(null))
}

/** Posts a form; after `share` of it `then` happens and the line is cut. @returns the status, or null when there was no answer */
async function post(files: readonly Buffer[], share = 1, then: () => void = () => undefined): Promise<number | null> {
  const whole = await form(files)
  const { body } = whole
  return new Promise((resolve) => {
    const sent = begin(whole, resolve)
    if (share === 1) return sent.end(body)
    sent.write(body.subarray(0, Math.floor(body.length * share)), () => {
      void pause(300).then(() => {
        then()
        sent.destroy()
      })
    })
  })
}

const filesIn = (room: string) => {
  const place = path.join(app.dataDir, room)
  return existsSync(place) ? readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()) : []
}

async function rowCount(): Promise<number> {
  const { db } = await import('@/lib/data/db')
  return db().material.count({ where: { appealId } })
}

/** A photograph with so many bytes behind it that the line has time to break. */
async function large(megabytes: number): Promise<Buffer> {
  return Buffer.concat([await aJpeg({ width: 800, height: 600 }), randomBytes(megabytes * 1024 * 1024)])
}

test('R-18 an upload that is cut in the middle leaves no row and no file; sent again it is there', async () => {
  for (const [files, share] of [[[await large(8)], 0.5], [[await large(2), await large(2)], 0.75]] as const) {
    expect(await post(files, share)).toBeNull()
    await expect.poll(() => filesIn('incoming').length, { timeout: 10_000 }).toBe(0)
    expect([await rowCount(), filesIn('materials').length]).toEqual([0, 0])
  }
  expect(await post([await large(19)])).toBe(200)
  expect([await rowCount(), filesIn('materials').length, filesIn('incoming').length]).toEqual([1, 2, 0])
})

test('R-18 P8 twelve uploads that stand still hold no transaction and nobody else up; a thirteenth of the same family waits its turn', async () => {
  const { db } = await import('@/lib/data/db')
  const whole = await form([await large(1)])
  const slow = Array.from({ length: UPLOADS_AT_ONCE }, () => begin(whole, () => undefined))
  for (const sent of slow) sent.write(whole.body.subarray(0, 500_000))
  await expect.poll(() => filesIn('incoming').length, { timeout: 20_000 }).toBe(UPLOADS_AT_ONCE)
  expect(await post([await aJpeg({ width: 80, height: 60 })])).toBe(429)
  expect(await statusOf(app, '/')).toBe(200)
  expect(await db().$queryRaw`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%' AND state_change < now() - interval '1 second'`).toEqual([])
  for (const sent of slow) sent.destroy()
  await expect.poll(() => filesIn('incoming').length, { timeout: 10_000 }).toBe(0)
})

test('R-18 kill -9 of the server in an upload leaves no row; what it had received is unreadable, and is swept', async () => {
  const before = await rowCount()
  expect(await post([await large(10)], 0.6, () => app.kill('The web server'))).toBeNull()
  await app.ended
  expect(filesIn('incoming')).toHaveLength(1)
  app = await startAnew(app)
  const { sweepMaterials } = await import('@/lib/commands/sweep-materials')
  expect(await rowCount()).toBe(before)
  const later = Date.now() + 2 * 60 * 60 * 1000
  expect(await sweepMaterials({ now: { real: later, season: later } })).toEqual({ rows: 0, objects: 0, incoming: 1 })
  expect(await post([await aJpeg({ width: 800, height: 600 })])).toBe(200)
  expect(await rowCount()).toBe(before + 1)
})
