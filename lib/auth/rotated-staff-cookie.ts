import 'server-only'
import { NextResponse, type NextRequest } from 'next/server'
import { readClock } from '@/lib/clock'
import { rotateStaffToken } from '@/lib/data/staff-tokens'
import { log } from '@/lib/log'
import { clientAddress } from './client-address'
import { mayBeDue, staffCookie, staffCookieValue, staffTokenOf } from './cookies'

/**
 * What the proxy adds to the answer once a session's token has grown old: a page cannot set a cookie. Beside `cookies()` on
 * purpose: this request still goes by the token that it brought, and the new one counts as brought when the browser brings it.
 * @returns a Set-Cookie header, or null
 */
export async function rotatedStaffCookie(request: NextRequest): Promise<string | null> {
  const { name, options } = staffCookie()
  const carried = request.cookies.get(name)?.value
  if (!carried || !mayBeDue(carried, Date.now())) return null
  try {
    const { real } = await readClock()
    const token = await rotateStaffToken(staffTokenOf(carried), clientAddress(request.headers), real)
    if (token === null) return null
    const carrier = new NextResponse()
    carrier.cookies.set(name, staffCookieValue(token, real), options)
    return carrier.headers.get('set-cookie')
  } catch (error) {
    // Whether the page can be shown without the database, the page says; the next one rotates.
    log.warn({ code: error instanceof Error ? error.name : 'unknown' }, 'a session was not rotated')
    return null
  }
}
