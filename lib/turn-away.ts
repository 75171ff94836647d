import 'server-only'
import { createHash, randomInt } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { atEachServer, putBefore } from './before-next'
import { RUSH_STYLE, rushPage } from '@/lib/copy/rush'
import { COME_BACK_SECONDS, mayEnter, RUSH_LIMITS, type RushLimits } from '@/lib/domain/rush'

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(RUSH_STYLE).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`,
} as const

/**
 * Ten times as many as a server can serve must not keep it from serving (S10): beyond what it can do in time, a page is answered
 * with when to come back, before Next or the database know of it.
 */
export function turnAwayInARush(): void {
  atEachServer((server) => standBefore(server))
}

/** Puts itself before everybody who answers this server's requests. */
export function standBefore(server: Server, limits: RushLimits = RUSH_LIMITS): void {
  let underWay = 0
  putBefore(server, (request, response, pass) => {
    const { method = 'GET', url = '/', headers } = request
    if (!mayEnter({ method, path: url.split('?', 1)[0] ?? url, cookies: headers.cookie ?? '' }, underWay, limits)) return turnAway(request, response)
    const begin = () => {
      if (response.closed) return
      underWay++
      response.once('close', () => underWay--)
    }
    // What is still being sent keeps nobody busy: photographs on slow lines, for minutes.
    if (hasBody(request)) request.once('end', begin)
    else begin()
    pass()
  })
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function turnAway(request: IncomingMessage, response: ServerResponse): void {
  const seconds = randomInt(COME_BACK_SECONDS.least, COME_BACK_SECONDS.most + 1)
  const page = Buffer.from(rushPage(seconds))
  response.writeHead(503, { ...HEADERS, 'retry-after': String(seconds), 'content-length': page.length }).end(request.method === 'HEAD' ? undefined : page)
}
