import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BEHAVIOURS } from '../registry/misbehaving-register'
import { keepEvidence, startApp, stopAndRemove, type App } from '../support/app'
import { family } from '../support/families'
import { Phone } from '../support/phone'

/** Longer than this and a person thinks that nothing happens. */
const PATIENCE_MS = 3_000
const { guardian, child } = family('deed-father')

let app: App
let register: Server
let behaves: keyof typeof BEHAVIOURS | 'truly well' = 'hangs'

beforeAll(async () => {
  register = createServer(async (request, response) => {
    const body = await text(request)
    if (behaves !== 'truly well') return BEHAVIOURS[behaves](request, response, body)
    const value = {
      schemaVersion: 1,
      student: { idNumber: child.idNumber, name: child.name },
      guardians: [{ idNumber: guardian.idNumber, name: guardian.name, relation: 'FATHER' }],
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ outcome: 'found', value, version: '1' }))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => register.once('listening', resolve))
  const address = register.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  app = await startApp({ env: { REGISTRY_URL: `http://127.0.0.1:${address.port}` } })
  process.env.DATA_DIR = app.dataDir
})

afterAll(async () => {
  const { db } = await import('@/lib/data/db')
  await db().$disconnect()
  await keepEvidence(app, 'registry-down')
  await stopAndRemove(app)
  register.closeAllConnections()
  register.close()
})

async function signedInPhone(): Promise<Phone> {
  const [{ signedIn }, { readClock }, { openSession }] = await Promise.all([import('../support/journey'), import('@/lib/clock'), import('@/lib/data/guardians')])
  const actor = await signedIn({ guardian })
  const token = randomBytes(16).toString('hex')
  await openSession(token, actor.guardianId, (await readClock()).real)
  return new Phone(app, token)
}

async function forgetBreakersAndDrafts(): Promise<void> {
  const { emptyFamilies } = await import('../support/database')
  await emptyFamilies(app.databaseUrl())
}

// The quick ones first: a server reads a page's code when somebody opens it for the first time, which is no register's doing.
test.each(['fails with 500', 'answers half a JSON', 'shows a log-in page', 'hangs up at once', 'hangs', 'drips a byte at a time'] as const)(
  'the register %s: within three seconds a page says what happens next, and the draft stands',
  async (behaviour) => {
    await forgetBreakersAndDrafts()
    behaves = behaviour
    const phone = await signedInPhone()
    const form = await phone.formOf('/register/start', '查询学生信息')
    const fields = form.fields.map(([name, value]): [string, string] => [name, name === 'idNumber' ? child.idNumber : value])
    const began = performance.now()
    const led = await phone.post({ ...form, fields })
    expect(led).toMatch(/\/register\/[0-9a-f-]{36}$/)
    const page = await phone.open(`${new URL(led ?? '', app.baseUrl).pathname}/record`)
    expect(performance.now() - began).toBeLessThan(PATIENCE_MS)
    expect(page).toContain('户籍登记暂时没有回应')
    expect(page).toContain('您填的区县和身份证号已经保存')
    expect(page).toContain('重新查询')
    expect(page).not.toContain(child.name)
  },
)

test('when the register answers again, 「重新查询」 goes on where it stood', async () => {
  await forgetBreakersAndDrafts()
  behaves = 'fails with 500'
  const phone = await signedInPhone()
  const form = await phone.formOf('/register/start', '查询学生信息')
  const led = await phone.post({ ...form, fields: form.fields.map(([name, value]): [string, string] => [name, name === 'idNumber' ? child.idNumber : value]) })
  const record = `${new URL(led ?? '', app.baseUrl).pathname}/record`
  behaves = 'truly well'
  // A breaker that has just opened asks nothing for a while; the family tries again, as the page tells it to.
  await expect
    .poll(async () => {
      await phone.post(await phone.formOf(record, '重新查询'))
      return (await phone.open(record)).includes(child.name)
    }, { timeout: 45_000, interval: 2_000 })
    .toBe(true)
  expect(await phone.open(record)).toContain('与实际情况相符')
})
