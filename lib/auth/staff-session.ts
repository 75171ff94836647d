import 'server-only'
import { randomBytes } from 'node:crypto'
import NextAuth from 'next-auth'
import { cookies, headers } from 'next/headers'
import { NextRequest, NextResponse } from 'next/server'
import type { StaffActor } from '@/lib/domain/actor'
import type { Result } from '@/lib/domain/result'
import { renewStaffToken } from '@/lib/data/staff-sessions'
import { getEnv } from '@/lib/env'
import { clientAddress } from './client-address'
import { csrfCookie, staffCookie, staffCookieValue, staffTokenOf } from './cookies'
import { makeCsrfToken } from './csrf-token'
import { requestNow } from './require-guardian'
import { STAFF_PROVIDER, staffAuthOptions } from './staff-options'

type Handle = (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>

/** Where a try comes from, and the session that this browser had before. */
type Whence = { address: string; agent: string; before: string | null }

/**
 * Signs in from a plain form, with JavaScript on or off. `verify` opens the session; next-auth's Credentials carry its
 * token into the cookie. Whatever token the browser brought is never taken over: the session gets one of its own.
 */
export async function signInThroughNextAuth<Failure extends { code: string }>(verify: (whence: Whence) => Promise<Result<{ token: string; actor: StaffActor }, Failure>>): Promise<Result<StaffActor, Failure>> {
  const store = await cookies()
  const asked = await headers()
  const { name, options } = staffCookie()
  const whence = { address: clientAddress(asked), agent: asked.get('user-agent') ?? '', before: await carriedToken() }
  // next-auth keeps to itself why somebody was refused, and what was thrown: both are wanted here.
  const tries: ReturnType<typeof verify>[] = []
  const authorize = async () => {
    const verdict = verify(whence)
    tries.push(verdict)
    const said = await verdict
    return said.ok ? said.value.token : null
  }
  const { baseUrl } = getEnv()
  const handle: Handle = NextAuth(staffAuthOptions(authorize))
  const inner = new NextRequest(`${baseUrl}/api/auth/callback/${STAFF_PROVIDER}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken: await makeCsrfToken(), callbackUrl: baseUrl }).toString(),
  })
  const answer = await handle(inner, { params: Promise.resolve({ nextauth: ['callback', STAFF_PROVIDER] }) })
  const verdict = await tries[0]
  store.delete(csrfCookie().name)
  if (verdict && !verdict.ok) return verdict
  const issued = new NextResponse(null, { headers: answer.headers }).cookies.get(name)?.value
  if (!verdict || !issued) throw new Error('next-auth issued no session')
  // Without a date: it goes with the browser's window, and the row ends it sooner.
  store.set(name, staffCookieValue(issued, (await requestNow()).real), options)
  return { ok: true, value: verdict.value.actor }
}

/** After what one signs in with has changed, the session goes on under a token that nobody had before. */
export async function renewStaffSession(actor: StaffActor): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const { real } = await requestNow()
  await renewStaffToken(actor, token, real)
  const { name, options } = staffCookie()
  ;(await cookies()).set(name, staffCookieValue(token, real), options)
}

async function carriedToken(): Promise<string | null> {
  const carried = (await cookies()).get(staffCookie().name)?.value
  return carried ? staffTokenOf(carried) : null
}

/** The token that this browser holds, which it loses here. */
export async function dropStaffCookie(): Promise<string | null> {
  const token = await carriedToken()
  ;(await cookies()).delete(staffCookie().name)
  return token
}
