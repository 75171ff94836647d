import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { atEachServer, putBefore } from './before-next'

/** What our pages and routes answer to. To any other method Next would render the page, or fail where it copies the request. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST'])

/** What a form of text may weigh (`bodySizeLimit` says the same of actions); a list of addresses comes as a file within its form. */
export const MOST_BYTES = { text: 64 * 1024, list: 4 * 1024 * 1024 } as const
/** How long such a form may be under way: on the slowest line it is there in a few seconds. */
const TEXT_MS = 60_000
/** How long the rest of what was refused is read and dropped: a browser only listens for the answer once it has sent everything. */
const LINGER_MS = 15_000
/** The largest upload on a line of 400 kbit/s; Node's own five minutes would cut it off each time. */
const UPLOAD_MS = 15 * 60_000
/** What an upload that is still under way brings at least in a minute: a hundredth of that line. Whoever brings less only holds a connection. */
const LEAST_BYTES = 32 * 1024
const MINUTE_MS = 60_000

type Refused = { readonly status: 400 | 405 | 408 | 413; readonly words: string }
const REFUSED = {
  target: { status: 400, words: '请求的地址写得不对，没有处理。' },
  form: { status: 400, words: '提交的内容读不出来，没有处理，什么都没有改动。请返回上一页再提交一次。' },
  method: { status: 405, words: '这里不接受这种方式的请求，没有处理。' },
  late: { status: 408, words: '内容没有在一分钟之内传完，没有处理，什么都没有改动。请返回上一页再提交一次。' },
  large: { status: 413, words: '填写的内容太多，没有处理，什么都没有改动。请返回上一页，删减以后再提交。' },
} as const satisfies Record<string, Refused>

/**
 * Routes that take files: they bound and stream what they receive, and the proxy stands aside there (`matcher` of proxy.ts).
 * No dot and no escape: what reads otherwise once it is resolved is no upload here.
 */
const UPLOADS = /^\/api\/(?:materials|staff\/(?:scans|assistances|registers|seasons))(?:\/[\w-]+)*(?:\?|$)/
const LISTS = /^\/api\/staff\/exports\/addresses(?:\?|$)/

/** The largest body that this address is handed, null for one that takes files. @param target as it stands in the request */
export function mostBytes(target: string): number | null {
  if (UPLOADS.test(target)) return null
  return LISTS.test(target) ? MOST_BYTES.list : MOST_BYTES.text
}

/**
 * What never reaches Next: other methods, bodies that are larger than any form of ours, come too slowly, or are no form. Next would
 * keep ten megabytes of each in memory, hand on what it cut off there, and answer with an error of its own.
 */
export function keepTheEdge(): void {
  atEachServer(keep)
}

/** @param server one whose listeners are there already */
export function keep(server: Server): void {
  server.requestTimeout = UPLOAD_MS
  // Whoever does not take the answer holds it in memory; nothing that we work out in a request is silent for so long.
  server.timeout = UPLOAD_MS
  putBefore(server, admit)
  server.on('connect', (_request, socket) => socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'))
  // We speak no other protocol, and Next leaves the socket of one that it does not know open for ever. In development it has one.
  if (process.env.NODE_ENV === 'production') server.removeAllListeners('upgrade')
}

function admit(request: IncomingMessage, response: ServerResponse, pass: () => void): void {
  const target = request.url ?? ''
  if (!METHODS.has(request.method ?? '')) return refuse(request, response, REFUSED.method)
  if (!isPath(target)) return refuse(request, response, REFUSED.target)
  const most = mostBytes(target)
  if (most === null) {
    watch(request)
    return pass()
  }
  if (Number(request.headers['content-length'] ?? 0) > most) return refuse(request, response, REFUSED.large)
  if (request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined) return pass()
  hold(request, most, (fault) => (fault ? refuse(request, response, fault) : pass()))
}

/** Whether it can be read: Next answers an escape that stands for no character with an error of its own. Nobody types a NUL. */
function isPath(target: string): boolean {
  const [path = ''] = target.split('?')
  try {
    return path.startsWith('/') && !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

/** By the bytes of the connection: what is read and dropped after an early answer counts as well. */
function watch(request: IncomingMessage): void {
  const { socket } = request
  let before = socket.bytesRead
  const timer = setInterval(() => {
    if (request.complete || socket.destroyed) return clearInterval(timer)
    if (socket.bytesRead - before < LEAST_BYTES) socket.destroy()
    before = socket.bytesRead
  }, MINUTE_MS)
  timer.unref()
}

/** Keeps a body back until it is there as a whole and can be read, and hands it on as if it had just come. */
function hold(request: IncomingMessage, most: number, then: (fault: Refused | null) => void): void {
  const push = request.push.bind(request)
  const held: Buffer[] = []
  let bytes = 0
  const handOn = () => {
    for (const part of held) push(part)
    push(null)
    then(null)
  }
  const drop = (fault: Refused) => {
    clearTimeout(late)
    request.push = push
    then(fault)
  }
  const late = setTimeout(() => drop(REFUSED.late), TEXT_MS)
  request.once('close', () => clearTimeout(late))
  request.push = (chunk: Buffer | null) => {
    if (chunk !== null) {
      bytes += chunk.length
      if (bytes > most) drop(REFUSED.large)
      else held.push(chunk)
      return true
    }
    clearTimeout(late)
    const contentType = request.headers['content-type'] ?? ''
    if (most !== MOST_BYTES.text || !/^multipart\//i.test(contentType)) handOn()
    else void isForm(Buffer.concat(held), contentType).then((is) => (is ? handOn() : drop(REFUSED.form)))
    return false
  }
}

/** Whether the parser that Next uses reads it: to an error of that parser Next answers as to one of ours. */
async function isForm(body: Buffer<ArrayBuffer>, contentType: string): Promise<boolean> {
  return new Response(body, { headers: { 'content-type': contentType } }).formData().then(() => true, () => false)
}

/** The answer is sent at once, and ended with the request: a connection that is closed before takes the answer with it. */
function refuse(request: IncomingMessage, response: ServerResponse, { status, words }: Refused): void {
  const push = request.push.bind(request)
  const end = () => {
    clearTimeout(patience)
    response.end()
  }
  const patience = setTimeout(() => request.socket.destroy(), LINGER_MS)
  response.once('close', () => clearTimeout(patience))
  request.push = (chunk: Buffer | null) => {
    if (chunk === null) end()
    return chunk !== null || push(null)
  }
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8', 'content-length': Buffer.byteLength(words), 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
    ...(status === 405 ? { allow: [...METHODS].join(', ') } : {}),
  })
  response.write(words)
  if (request.complete) end()
}
