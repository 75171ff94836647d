import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import NextAuth from 'next-auth'
import { cookies } from 'next/headers'
import { NextRequest } from 'next/server'
import { endSession } from '@/lib/data/guardians'
import { countAgainst } from '@/lib/data/limits'
import { getEnv } from '@/lib/env'
import { clientAddress } from './client-address'
import { csrfCookie, guardianCookie } from './cookies'
import { guardianAuthOptions, PROVIDER } from './options'

type Handle = (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>

/**
 * Begins the sign-in from a plain form, with JavaScript on or off. next-auth asks for its token in cookie and body; the
 * proxy has already checked the request's Origin, so both are made here. A session that is still open ends first: the new
 * one gets a new token (rotation).
 * @param to path on this site to come back to
 */
export async function beginSignIn(headers: Headers, to: string): Promise<Response> {
  const { baseUrl, sessionSecret } = getEnv()
  if ((await countAgainst('sign-in', clientAddress(headers))) !== null) {
    return new Response(null, { status: 303, headers: { location: `${baseUrl}/sign-in?error=limit` } })
  }
  const store = await cookies()
  const session = guardianCookie()
  const open = store.get(session.name)?.value
  if (open) {
    await endSession(open)
    store.delete(session.name)
  }
  const token = randomBytes(32).toString('hex')
  const csrf = csrfCookie()
  store.set(csrf.name, `${token}|${createHash('sha256').update(`${token}${sessionSecret}`).digest('hex')}`, csrf.options)
  const handle: Handle = NextAuth(guardianAuthOptions())
  const inner = new NextRequest(`${baseUrl}/api/auth/signin/${PROVIDER}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken: token, callbackUrl: `${baseUrl}${to}` }).toString(),
  })
  return handle(inner, { params: Promise.resolve({ nextauth: ['signin', PROVIDER] }) })
}
