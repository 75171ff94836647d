import 'server-only'
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

export function csrfCookie(): { name: string; options: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean } } {
  const secure = isSecure()
  return { name: `${secure ? '__Host-' : ''}ruxue-sign-in`, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } }
}
