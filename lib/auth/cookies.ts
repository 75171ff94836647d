import 'server-only'
import { KNOWN_BROWSER_MS, STAFF_ROTATE_MS } from '@/lib/domain/staff'
import { getEnv } from '@/lib/env'

/** `__Host-` binds the cookie to this very host; browsers take it over https only. */
export function isSecure(): boolean {
  return getEnv().baseUrl.startsWith('https://')
}

/** Guardians and staff have cookies of different names: neither is ever read as the other. */
export function guardianCookie(): { name: string; options: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean } } {
  const secure = isSecure()
  return { name: `${secure ? '__Host-' : ''}ruxue-guardian`, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } }
}

/** Strict: nobody comes to the console from a link elsewhere. */
export function staffCookie(): { name: string; options: { httpOnly: true; sameSite: 'strict'; path: '/'; secure: boolean } } {
  const secure = isSecure()
  return { name: `${secure ? '__Host-' : ''}ruxue-staff`, options: { httpOnly: true, sameSite: 'strict', path: '/', secure } }
}

/**
 * Behind the token stands since when the browser has it, so that nobody asks the database before it is old. Only a reminder:
 * how old a token is the session's row says, and whoever writes another time here keeps nothing alive by it.
 */
export function staffCookieValue(token: string, now: number): string {
  return `${token}.${Math.floor(now / 1000)}`
}

export function staffTokenOf(value: string): string {
  return value.split('.', 1)[0] ?? ''
}

export function mayBeDue(value: string, now: number): boolean {
  const since = Number(value.split('.')[1])
  return !(now - since * 1000 < STAFF_ROTATE_MS)
}

/** By which an account knows a browser again; one cookie an account, because officers share a desk. `name` begins every one. */
export function knownBrowserCookie(): { name: string; options: { httpOnly: true; sameSite: 'strict'; path: '/'; secure: boolean; maxAge: number } } {
  const secure = isSecure()
  return { name: `${secure ? '__Host-' : ''}ruxue-known-`, options: { httpOnly: true, sameSite: 'strict', path: '/', secure, maxAge: KNOWN_BROWSER_MS / 1000 } }
}

/** Which columns a browser shows in the county's list; nothing of anybody. */
export function columnsCookie(): { name: string; options: { httpOnly: true; sameSite: 'strict'; path: '/console'; secure: boolean; maxAge: number } } {
  return { name: 'ruxue-columns', options: { httpOnly: true, sameSite: 'strict', path: '/console', secure: isSecure(), maxAge: 365 * 24 * 60 * 60 } }
}

export function csrfCookie(): { name: string; options: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean } } {
  const secure = isSecure()
  return { name: `${secure ? '__Host-' : ''}ruxue-sign-in`, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } }
}
