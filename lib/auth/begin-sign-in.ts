import 'server-only'
import NextAuth from 'next-auth'
import { cookies } from 'next/headers'
import { NextRequest } from 'next/server'
import type { Now } from '@/lib/domain/actor'
import { countAgainst } from '@/lib/data/limits'
import { getEnv } from '@/lib/env'
import { clientAddress } from './client-address'
import { guardianCookie } from './cookies'
import { makeCsrfToken } from './csrf-token'
import { guardianAuthOptions, PROVIDER } from './options'
import { requestNow } from './require-guardian'

type Handle = (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>

/**
 * Begins the sign-in from a plain form, with JavaScript on or off. A session that is still open ends first:
 * the new one gets a new token (rotation).
 * @param to path on this site to come back to
 * @param end ends a session, and what an officer did in it
 */
export async function beginSignIn(headers: Headers, to: string, end: (token: string, now: Now) => Promise<unknown>): Promise<Response> {
  const { baseUrl } = getEnv()
  if ((await countAgainst('sign-in', clientAddress(headers))) !== null) {
    return new Response(null, { status: 303, headers: { location: `${baseUrl}/sign-in?error=limit` } })
  }
  const store = await cookies()
  const session = guardianCookie()
  const open = store.get(session.name)?.value
  if (open) {
    await end(open, await requestNow())
    store.delete(session.name)
  }
  const csrfToken = await makeCsrfToken()
  const handle: Handle = NextAuth(guardianAuthOptions())
  const inner = new NextRequest(`${baseUrl}/api/auth/signin/${PROVIDER}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, callbackUrl: `${baseUrl}${to}` }).toString(),
  })
  return handle(inner, { params: Promise.resolve({ nextauth: ['signin', PROVIDER] }) })
}
