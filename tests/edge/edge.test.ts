import { globSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { keep, MOST_BYTES, mostBytes } from '@/lib/edge'

/** What came through to what stands for Next here, body and all. */
const passed: string[] = []
let server: Server
let port: number

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      passed.push(`${request.method} ${request.url} ${Buffer.concat(parts).length}`)
      response.end('there')
    })
  })
  server.on('upgrade', () => undefined)
  keep(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = portOf(server)
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function portOf(of: Server): number {
  const address = of.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** Writes a request by hand. @returns the answer once the server has closed the connection, or as soon as `until` stands in it */
function raw(head: string, { body, until }: { body?: (socket: Socket) => void; until?: string } = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let said = ''
    const end = () => {
      socket.destroy()
      resolve(said)
    }
    socket.on('data', (part) => {
      said += part.toString()
      if (until !== undefined && said.includes(until)) end()
    })
    socket.on('close', end).on('error', end)
    socket.write(`${head}\r\nHost: localhost\r\n`)
    if (body) body(socket)
    else socket.write('Connection: close\r\n\r\n')
  })
}

const chunk = (bytes: number) => `${bytes.toString(16)}\r\n${'a'.repeat(bytes)}\r\n`
const inChunks = (...sizes: number[]) => ({ body: (socket: Socket) => socket.write(`Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n${sizes.map(chunk).join('')}0\r\n\r\n`) })
const statusOf = (answer: string) => Number(answer.split(' ')[1])

test.each(['TRACE', 'PROPFIND', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PURGE', 'CONNECT'])('P8 %s is answered with 405 everywhere and reaches nobody', async (method) => {
  passed.length = 0
  for (const place of ['/', '/console/cases', '/api/materials']) expect(statusOf(await raw(`${method} ${place} HTTP/1.1`)), place).toBe(405)
  expect(passed).toEqual([])
})

test('P8 a target that is no path of ours is refused: * and whole addresses, which Next would redirect to, and what stands for no character', async () => {
  passed.length = 0
  for (const target of ['*', 'http://example.org/console/cases', '/console/cases/%', '/console/cases/%ff', '/api/staff/scans/%c0%ae%c0%ae', '/school/applicants/%zz', '/console/cases/x%00']) expect(statusOf(await raw(`GET ${target} HTTP/1.1`)), target).toBe(400)
  expect(passed).toEqual([])
})

test('P8 a body without a length is taken whole up to the limit, and refused in words beyond it', async () => {
  passed.length = 0
  expect(await raw('POST /staff/sign-in HTTP/1.1', inChunks(60_000, 5_536))).toContain('there')
  expect(passed).toEqual(['POST /staff/sign-in 65536'])
  const refused = await raw('POST /staff/sign-in HTTP/1.1', inChunks(60_000, 5_537))
  expect(statusOf(refused)).toBe(413)
  expect(refused).toContain('填写的内容太多')
  expect(passed).toHaveLength(1)
})

test('P8 the refusal comes with the first byte too much, while the rest is still on its way', async () => {
  const refused = await raw('POST /console/cases HTTP/1.1', { until: '删减以后', body: (socket) => socket.write(`Transfer-Encoding: chunked\r\n\r\n${chunk(MOST_BYTES.text)}${chunk(1)}`) })
  expect(statusOf(refused)).toBe(413)
})

test('P8 whoever sends on and closes behind it reads the refusal all the same', async () => {
  const refused = await raw('POST /elder HTTP/1.1', { body: (socket) => socket.write(`Content-Length: 8000000\r\nConnection: close\r\n\r\n${'a'.repeat(8_000_000)}`) })
  expect(statusOf(refused)).toBe(413)
  expect(refused).toContain('删减以后再提交')
})

test('P8 a length that is too much is refused before a byte of it has come', async () => {
  const refused = await raw('POST /console/cases HTTP/1.1', { until: '删减以后', body: (socket) => socket.write(`Content-Length: ${MOST_BYTES.text + 1}\r\n\r\n`) })
  expect(statusOf(refused)).toBe(413)
})

test('R-18 what comes with files goes its own way, with a length or without', async () => {
  passed.length = 0
  for (const place of ['/api/materials', '/api/staff/scans', '/api/staff/seasons/0193-a']) await raw(`POST ${place} HTTP/1.1`, inChunks(50_000, 50_000))
  expect(passed).toEqual(['POST /api/materials 100000', 'POST /api/staff/scans 100000', 'POST /api/staff/seasons/0193-a 100000'])
})

test('P8 what only looks like an upload is bounded like a page', () => {
  for (const target of ['/api/materialsx', '/api/materials/../../console', '/api/materials/%2e%2e/x', '/api/%6Daterials', '/API/materials', '/api//materials', '/api/staff/exports/school', '/x?/api/materials']) expect(mostBytes(target), target).toBe(MOST_BYTES.text)
  expect(mostBytes('/api/staff/exports/addresses')).toBe(MOST_BYTES.list)
  for (const target of ['/api/materials', '/api/materials?a=1', '/api/staff/assistances/0193-a', '/api/staff/registers']) expect(mostBytes(target), target).toBeNull()
})

test('P8 the proxy stands aside where bodies are not bounded, and nowhere else', () => {
  const written = /matcher: \['([^']+)'\]/.exec(readFileSync('proxy.ts', 'utf8'))?.[1]?.replaceAll('\\\\', '\\')
  const matcher = new RegExp(`^${written}$`)
  const addresses = globSync('app/**/{page.tsx,route.ts}').map((file) => `/${file.replace(/^app\/|\/?(?:page\.tsx|route\.ts)$/g, '').replace(/\[[^\]]+\]/g, 'x')}`)
  expect(addresses.filter((address) => !matcher.test(address))).toEqual(addresses.filter((address) => mostBytes(address) === null))
  expect(addresses.filter((address) => !matcher.test(address)).length).toBeGreaterThan(5)
})

const multipart = (contentType: string, body: string) => raw('POST /verify HTTP/1.1', { body: (socket) => socket.write(`Content-Type: ${contentType}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`) })

test('P8 a form that cannot be read is refused in words, and a whole one goes on as it came', async () => {
  passed.length = 0
  for (const [type, body] of [['multipart/form-data', 'a'], ['multipart/form-data; boundary=x', 'a'], ['multipart/form-data; boundary=x', ''], ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nv']] as const) {
    const refused = await multipart(type, body)
    expect(statusOf(refused), body).toBe(400)
    expect(refused).toContain('提交的内容读不出来')
  }
  const whole = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nv\r\n--x--\r\n'
  expect(await multipart('multipart/form-data; boundary=x', whole)).toContain('there')
  expect(passed).toEqual([`POST /verify ${whole.length}`])
})

test('P8 a form that drips in for a minute is given up, and one that broke off reaches nobody', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  passed.length = 0
  try {
    const came = new Promise<void>((resolve) => server.once('request', () => resolve()))
    const slow = raw('POST /staff/sign-in HTTP/1.1', { until: '再提交一次', body: (socket) => socket.write('Content-Length: 100\r\n\r\nusername=') })
    await came
    await vi.advanceTimersByTimeAsync(59_000)
    expect(passed).toEqual([])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(statusOf(await slow)).toBe(408)
    await raw('POST /staff/sign-in HTTP/1.1', { body: (socket) => socket.end('Content-Length: 100\r\n\r\nusername=') })
    expect(passed).toEqual([])
  } finally {
    vi.useRealTimers()
  }
})

test('P8 R-18 an upload may take its time, but one that only drips is given up after a minute', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  passed.length = 0
  try {
    const begin = async (bytes: number) => {
      const came = new Promise<void>((resolve) => server.once('request', (request) => request.once('data', () => resolve())))
      let socket: Socket | null = null
      const answer = raw('POST /api/materials HTTP/1.1', { until: 'there', body: (opened) => (socket = opened).write(`Content-Length: 80000\r\n\r\n${'a'.repeat(bytes)}`) })
      await came
      return { answer, go: (text: string) => socket?.write(text) }
    }
    const drips = await begin(10)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await drips.answer).toBe('')
    const slow = await begin(40_000)
    await vi.advanceTimersByTimeAsync(59_000)
    slow.go('a'.repeat(40_000))
    expect(await slow.answer).toContain('there')
    expect(passed).toEqual(['POST /api/materials 80000'])
  } finally {
    vi.useRealTimers()
  }
})

test('P8 nobody holds a connection for ever: neither by what is not sent nor by what is not read', () => {
  expect([server.headersTimeout, server.requestTimeout, server.timeout]).toEqual([60_000, 15 * 60_000, 15 * 60_000])
})

test('P8 the rest of what was refused is read for fifteen seconds, and no longer', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const refused = raw('POST /elder HTTP/1.1', { body: (socket) => socket.write(`Content-Length: 999999\r\n\r\n${'a'.repeat(1000)}`) })
    await new Promise<void>((resolve) => server.once('request', () => resolve()))
    await vi.advanceTimersByTimeAsync(15_000)
    expect(statusOf(await refused)).toBe(413)
  } finally {
    vi.useRealTimers()
  }
})

test('P8 two requests on one connection stay apart, and a second body is as fresh as the first', async () => {
  passed.length = 0
  const post = (text: string) => `POST /elder HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${text.length}\r\n\r\n${text}`
  await raw('GET /addresses HTTP/1.1', { body: (socket) => socket.write(`\r\n${post('one')}${post('three')}GET /end HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`) })
  expect(passed).toEqual(['GET /addresses 0', 'POST /elder 3', 'POST /elder 5', 'GET /end 0'])
})
