import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { COME_BACK_SECONDS, mayEnter, RUSH_LIMITS } from '@/lib/domain/rush'
import { standBefore } from '@/lib/turn-away'

const page = { method: 'GET', path: '/register', cookies: '' }
const guardian = '__Host-ruxue-guardian=abc'

test('S10 whoever has not signed in is turned away first, whoever has later, and nobody before there is a rush', () => {
  const { newcomers, signedIn } = RUSH_LIMITS
  expect(mayEnter(page, newcomers - 1)).toBe(true)
  expect(mayEnter(page, newcomers)).toBe(false)
  expect(mayEnter({ ...page, cookies: guardian }, newcomers)).toBe(true)
  expect(mayEnter({ ...page, cookies: guardian }, signedIn)).toBe(false)
  expect(mayEnter({ ...page, cookies: 'ruxue-staff=abc' }, newcomers)).toBe(true)
})

test.each([
  ['a submit', { method: 'POST', path: '/register/1/confirm', cookies: guardian }],
  ['the receipt that it leads to', { method: 'GET', path: '/register/0198-aa/done', cookies: guardian }],
  ['what the identity provider sends back', { method: 'GET', path: '/api/auth/callback/changtongma', cookies: '' }],
  ['the script of a page that was served', { method: 'GET', path: '/_next/static/chunks/a.js', cookies: '' }],
  ['the question whether the server is well', { method: 'GET', path: '/api/health', cookies: '' }],
])('S10 %s is never turned away', (_what, arrival) => {
  expect(mayEnter(arrival, 1_000_000)).toBe(true)
})

let server: Server | null = null
afterEach(() => void server?.close())

/** A server that reads what it is sent, and answers nobody before it is told to. */
async function busy(): Promise<{ port: number; ask: (method: string, path: string) => Promise<IncomingMessage>; answerAll: () => void; waiting: () => number; read: () => number }> {
  const held: (() => void)[] = []
  let read = 0
  const made = createServer((request, response) => {
    request.resume().once('end', () => read++)
    held.push(() => response.end('served'))
  })
  server = made
  standBefore(made, { newcomers: 2, signedIn: 3 })
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve))
  const address = made.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    port,
    ask: (method, path) => new Promise((resolve, reject) => request({ host: '127.0.0.1', port, method, path, agent: false }, resolve).once('error', reject).end()),
    answerAll: () => held.splice(0).forEach((answer) => answer()),
    waiting: () => held.length,
    read: () => read,
  }
}

test('S10 a page for which there is no room says that order does not matter and when to come back, and those within are served', async () => {
  const { ask, answerAll, waiting } = await busy()
  const within = [ask('GET', '/'), ask('GET', '/')]
  await expect.poll(waiting).toBe(2)
  const turned = await ask('GET', '/')
  expect(turned.statusCode).toBe(503)
  const seconds = Number(turned.headers['retry-after'])
  expect(seconds).toBeGreaterThanOrEqual(COME_BACK_SECONDS.least)
  expect(seconds).toBeLessThanOrEqual(COME_BACK_SECONDS.most)
  expect(turned.headers).toMatchObject({ 'cache-control': 'no-store', 'content-security-policy': expect.stringContaining("default-src 'none'") })
  const words = await text(turned)
  expect(words).toContain('先报后报都一样，提交的先后不参与录取')
  expect(words).toContain(`content="${seconds}"`)
  const submit = ask('POST', '/register/1/confirm')
  await expect.poll(waiting).toBe(3)
  answerAll()
  for (const answer of [...within, submit]) expect((await answer).statusCode).toBe(200)
  const after = ask('GET', '/')
  await expect.poll(waiting).toBe(1)
  answerAll()
  expect((await after).statusCode).toBe(200)
})

test('S10 what is still being sent takes nobody’s place, and does once it is there, until it is answered', async () => {
  const { port, ask, answerAll, waiting, read } = await busy()
  const uploads = Array.from({ length: 4 }, () => request({ host: '127.0.0.1', port, method: 'POST', path: '/api/materials', agent: false, headers: { 'content-length': 2 } }))
  const answers = uploads.map((upload) => new Promise<IncomingMessage>((resolve, reject) => upload.once('response', resolve).once('error', reject)))
  for (const upload of uploads) upload.write('a')
  await expect.poll(waiting).toBe(4)
  const meanwhile = ask('GET', '/')
  await expect.poll(waiting).toBe(5)
  for (const upload of uploads) upload.end('a')
  await expect.poll(read).toBe(5)
  expect((await ask('GET', '/')).statusCode).toBe(503)
  answerAll()
  for (const answer of [meanwhile, ...answers]) expect((await answer).statusCode).toBe(200)
  const after = ask('GET', '/')
  await expect.poll(waiting).toBe(1)
  answerAll()
  expect((await after).statusCode).toBe(200)
})
