import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import net from 'node:net'
import { gzipSync } from 'node:zlib'

type Behaviour = (request: IncomingMessage, response: ServerResponse, body: string) => void

const json = (response: ServerResponse, value: unknown) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

/** A zipped answer of 256 MB of blanks; it weighs a quarter of one on the wire. */
const bomb = gzipSync(Buffer.alloc(256 * 1024 * 1024, ' '))

/** What a department's server may do to us, by the first part of the address. */
export const BEHAVIOURS = {
  hangs: () => undefined,
  'sends headers and hangs': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{')
  },
  'drips a byte at a time': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const drip = setInterval(() => response.write(' '), 50)
    response.once('close', () => clearInterval(drip))
  },
  'never stops talking': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const chunk = ' '.repeat(64 * 1024)
    const talk = () => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', talk)
    }
    talk()
  },
  'answers a zip bomb': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
    response.end(bomb)
  },
  'fails with 500': (_request, response) => {
    response.writeHead(500)
    response.end('ORA-00942: table or view does not exist')
  },
  'knows no such page': (_request, response) => {
    response.writeHead(404, { 'content-type': 'application/json' })
    response.end('{"outcome":"not-found"}')
  },
  'says 204 and nothing': (_request, response) => {
    response.writeHead(204)
    response.end()
  },
  'shows a log-in page': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>统一身份认证平台</title>')
  },
  'answers half a JSON': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end('{"outcome":"found","value":{"schemaVersion":1,')
  },
  'answers bytes that are no UTF-8': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))
  },
  'answers another shape': (_request, response) => json(response, { outcome: 'found', value: { schemaVersion: 1, student: '张三' }, version: '1' }),
  'answers an outcome of its own': (_request, response) => json(response, { outcome: 'maybe' }),
  'answers null': (_request, response) => json(response, null),
  'hangs up in the middle': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' })
    response.write('{"outcome":')
    setImmediate(() => response.socket?.destroy())
  },
  'hangs up at once': (request) => request.socket.destroy(),
  'sends on to another place': (_request, response) => {
    response.writeHead(307, { location: '/is well/record' })
    response.end()
  },
  'tells of somebody else': (_request, response) =>
    json(response, { outcome: 'found', value: { schemaVersion: 1, student: { idNumber: '360199201601012446', name: '元初雪' }, guardians: [] }, version: '1' }),
  'is well': (_request, response, body) => {
    const { studentIdNumber } = JSON.parse(body)
    json(response, { outcome: 'found', value: { schemaVersion: 1, student: { idNumber: studentIdNumber, name: '程一诺' }, guardians: [] }, version: 'v7' })
  },
  'has no such child': (_request, response) => json(response, { outcome: 'not-found' }),
} as const satisfies Record<string, Behaviour>

export type BehaviourName = keyof typeof BEHAVIOURS

export type MisbehavingRegister = {
  readonly at: (behaviour: BehaviourName) => string
  /** what it was asked: address and headers, as an access log would keep them */
  readonly asked: readonly string[]
  readonly close: () => Promise<void>
}

const isBehaviour = (name: string): name is BehaviourName => name in BEHAVIOURS

function listen(server: Server | net.Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    resolve(typeof address === 'object' && address ? address.port : 0)
  }))
}

/** A real HTTP server that misbehaves as its address says. */
export async function startMisbehavingRegister(): Promise<MisbehavingRegister> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${decodeURIComponent(request.url ?? '')} ${JSON.stringify(request.headers)}`)
    const name = decodeURIComponent((request.url ?? '').split('/')[1] ?? '')
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      if (isBehaviour(name)) BEHAVIOURS[name](request, response, body)
    })
    response.on('error', () => undefined)
  })
  const port = await listen(server)
  return {
    at: (behaviour) => `http://127.0.0.1:${port}/${encodeURIComponent(behaviour)}`,
    asked,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Something listens there, and it does not speak HTTP. */
export async function startStranger(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = net.createServer((socket) => socket.on('error', () => undefined).resume().end('SSH-2.0-OpenSSH_9.2\r\n'))
  const port = await listen(server)
  return { url: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** An address at which nobody listens. */
export async function closedAddress(): Promise<string> {
  const { url, close } = await startStranger()
  await close()
  return url
}
