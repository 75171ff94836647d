import { randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'
import { rotatedStaffCookie } from '@/lib/auth/rotated-staff-cookie'
import { getEnv, isDemonstration, isOwnOrigin } from '@/lib/env'
import { READING_HEADER, SIDE_HEADER } from '@/lib/paths'
import { isStaffPath } from '@/lib/domain/staff-path'

/**
 * What every answer carries and every write must show. This is no guard of data: who may see what is decided where the
 * data is read, page by page and action by action.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const env = getEnv()
  if (isWrite(request.method) && !isOwnOrigin(request.headers.get('origin'))) return refuse('请求不是从本平台的页面发出的，没有处理。请回到本平台的页面再试一次。')
  const elsewhere = isDemonstration() ? onTheOtherName(request, env.baseUrl) : null
  if (elsewhere) return lead(elsewhere)

  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce, new URL(env.oidc.issuer).origin)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const isStaff = isStaffPath(request.nextUrl.pathname)
  headers.set(SIDE_HEADER, isStaff ? 'staff' : 'guardian')
  // Only a page that a person is shown starts the reading time (R-27). Set here, whatever the request claimed.
  headers.set(READING_HEADER, isShown(request) ? 'yes' : 'no')
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of Object.entries(securityHeaders(policy, env.baseUrl))) response.headers.set(name, value)
  const rotated = isStaff && request.method === 'GET' && isShown(request) ? await rotatedStaffCookie(request) : null
  if (rotated) response.headers.append('set-cookie', rotated)
  return response
}

// Next keeps the whole body of what passes here in memory (`lib/edge` bounds it): uploads pass by, and their routes do all of this
// themselves. Those alone: an address that only begins like one is a page that is not there, and to any page an action can be posted.
export const config = { matcher: ['/((?!_next/static/|(?:api/materials|api/staff/scans|api/staff/assistances|api/staff/registers|api/staff/seasons)(?:/|$)).*)'] }

function isWrite(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
}

function isShown(request: NextRequest): boolean {
  const purpose = `${request.headers.get('sec-purpose') ?? ''} ${request.headers.get('purpose') ?? ''}`
  return request.method !== 'HEAD' && !purpose.includes('prefetch')
}

/**
 * localhost and 127.0.0.1 are one machine with two cookie jars: the demonstration keeps people on one of them. Only people:
 * where an action leads to another page, Next fetches that page for the browser, from itself and by the other name.
 */
function onTheOtherName(request: NextRequest, baseUrl: string): URL | null {
  const wanted = new URL(baseUrl)
  const host = request.headers.get('host') ?? wanted.host
  const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\]):/
  if (host === wanted.host || isWrite(request.method) || !loopback.test(host) || !loopback.test(wanted.host)) return null
  if (!request.headers.get('accept')?.includes('text/html')) return null
  return new URL(request.nextUrl.pathname + request.nextUrl.search, wanted)
}

/** Next takes the two names for one and would turn a redirect from one to the other into one to the same page, for ever. */
function lead(elsewhere: URL): NextResponse {
  return new NextResponse(`请打开 ${elsewhere.href}`, { headers: { refresh: `0; url=${elsewhere.href}`, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } })
}

function refuse(why: string): NextResponse {
  return new NextResponse(why, { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } })
}

function contentSecurityPolicy(nonce: string, issuer: string): string {
  const development = process.env.NODE_ENV === 'development'
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    // The sign-in form leads on to the identity provider; browsers check the redirect against this list too.
    `form-action 'self' ${issuer}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

function securityHeaders(policy: string, baseUrl: string): Record<string, string> {
  return {
    'content-security-policy': policy,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(baseUrl.startsWith('https://') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}
