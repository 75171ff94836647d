import 'server-only'
import { randomBytes } from 'node:crypto'
import NextAuth from 'next-auth'
import { cookies, headers } from 'next/headers'
import { NextRequest, NextResponse } from 'next/server'
import type { StaffActor } from '@/lib/domain/actor'
import type { Result } from '@/lib/domain/result'
import { newKnownBrowser } from '@/lib/data/known-browsers'
import { renewStaffToken } from '@/lib/data/staff-sessions'
import { getEnv } from '@/lib/env'
import { clientAddress } from './client-address'
import { csrfCookie, knownBrowserCookie, staffCookie, staffCookieValue, staffTokenOf } from './cookies'
import { makeCsrfToken } from './csrf-token'
import { requestNow } from './require-guardian'
import { STAFF_PROVIDER, staffAuthOptions } from './staff-options'

type Handle = (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>

/** Where a try comes from, the session that this browser had before, and the accounts that know it. */
type Whence = { address: string; agent: string; before: string | null; known: readonly string[] }
/** A desk has no more officers; whoever comes after them takes the place of the first. */
const MOST_KNOWN = 8

/**
 * Signs in from a plain form, with JavaScript on or off. `verify` opens the session; next-auth's Credentials carry its
 * token into the cookie. Whatever token the browser brought is never taken over: the session gets one of its own.
 */
export async function signInThroughNextAuth<Failure extends { code: string }>(verify: (whence: Whence) => Promise<Result<{ token: string; actor: StaffActor }, Failure>>): Promise<Result<StaffActor, Failure>> {
  const store = await cookies()
  const asked = await headers()
  const { name, options } = staffCookie()
  const whence = { address: clientAddress(asked), agent: asked.get('user-agent') ?? '', before: await carriedToken(), known: (await carriedWords()).map(({ value }) => value) }
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
  const { real } = await requestNow()
  store.set(name, staffCookieValue(issued, real), options)
  await rememberBrowser(verdict.value.actor, real)
  return { ok: true, value: verdict.value.actor }
}

/** The words of accounts that were signed in to in this browser, each under its account's name here. */
async function carriedWords(): Promise<{ name: string; value: string }[]> {
  const { name } = knownBrowserCookie()
  return (await cookies()).getAll().filter((cookie) => cookie.name.startsWith(name))
}

async function rememberBrowser({ staffId }: StaffActor, now: number): Promise<void> {
  const [store, { name, options }] = [await cookies(), knownBrowserCookie()]
  const own = `${name}${staffId.slice(-8)}`
  const others = (await carriedWords()).filter((cookie) => cookie.name !== own)
  for (const cookie of others.slice(0, Math.max(0, others.length + 1 - MOST_KNOWN))) store.set(cookie.name, '', { ...options, maxAge: 0 })
  store.set(own, newKnownBrowser(staffId, now), options)
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
