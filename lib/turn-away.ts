import 'server-only'
import { createHash, randomInt } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Server, type IncomingMessage, type ServerResponse } from 'node:http'
import { RUSH_STYLE, rushPage } from '@/lib/copy/rush'
import { COME_BACK_SECONDS, mayEnter, RUSH_LIMITS, type RushLimits } from '@/lib/domain/rush'

const REQUESTS = 'http.server.request.start'

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(RUSH_STYLE).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`,
} as const

/**
 * Ten times as many as a server can serve must not keep it from serving (S10): beyond what it can do in time, a page is answered
 * with when to come back, before Next or the database know of it. The server is Next's, and is found at its first request.
 */
export function turnAwayInARush(): void {
  const found = (message: unknown) => {
    if (typeof message !== 'object' || message === null || !('server' in message) || !(message.server instanceof Server)) return
    unsubscribe(REQUESTS, found)
    standBefore(message.server)
  }
  subscribe(REQUESTS, found)
}

/** Puts itself before everybody who answers this server's requests. */
export function standBefore(server: Server, limits: RushLimits = RUSH_LIMITS): void {
  const within = server.listeners('request')
  server.removeAllListeners('request')
  let underWay = 0
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '/', headers } = request
    if (!mayEnter({ method, path: url.split('?', 1)[0] ?? url, cookies: headers.cookie ?? '' }, underWay, limits)) return turnAway(request, response)
    underWay++
    response.once('close', () => underWay--)
    for (const answer of within) Reflect.apply(answer, server, [request, response])
  })
}

function turnAway(request: IncomingMessage, response: ServerResponse): void {
  const seconds = randomInt(COME_BACK_SECONDS.least, COME_BACK_SECONDS.most + 1)
  const page = Buffer.from(rushPage(seconds))
  response.writeHead(503, { ...HEADERS, 'retry-after': String(seconds), 'content-length': page.length }).end(request.method === 'HEAD' ? undefined : page)
}
