import { cookies } from 'next/headers'
import type { NextRequest } from 'next/server'
import { cameFrom, ELDER_COOKIE, paths } from '@/lib/paths'
import { isSecure } from '@/lib/auth/cookies'
import { getEnv } from '@/lib/env'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Switches between 大字版 and 标准版 and goes back to the page it was pressed on; needs no JavaScript. */
export async function POST(request: NextRequest): Promise<Response> {
  const store = await cookies()
  if (store.get(ELDER_COOKIE)) store.delete(ELDER_COOKIE)
  else store.set(ELDER_COOKIE, '1', { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: true, secure: isSecure() })
  const { baseUrl } = getEnv()
  const back = cameFrom(request.headers.get('referer'), baseUrl) ?? paths.home
  return new Response(null, { status: 303, headers: { location: `${baseUrl}${back}` } })
}
