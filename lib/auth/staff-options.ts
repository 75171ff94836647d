import 'server-only'
import type { AuthOptions } from 'next-auth'
import { STAFF_LONGEST_MS } from '@/lib/domain/staff'
import { getEnv } from '@/lib/env'
import { log } from '@/lib/log'
import { csrfCookie, isSecure, staffCookie } from './cookies'

export const STAFF_PROVIDER = 'staff'

/**
 * next-auth for staff: username, password and code, checked by `verify`. Its Credentials know no sessions in a database, so
 * that the word in its cookie is our own session's token and nothing else: what it would sign is neither written nor read,
 * and each request asks the row (`findStaff`).
 * @param verify the token of a session that it has opened, or null
 */
export function staffAuthOptions(verify: () => Promise<string | null>): AuthOptions {
  return {
    secret: getEnv().sessionSecret,
    useSecureCookies: isSecure(),
    session: { strategy: 'jwt', maxAge: STAFF_LONGEST_MS / 1000 },
    jwt: {
      encode: async ({ token }) => token?.sub ?? '',
      decode: async ({ token }) => (token ? { sub: token } : null),
    },
    cookies: { sessionToken: staffCookie(), csrfToken: csrfCookie() },
    pages: { signIn: '/staff/sign-in', error: '/staff/sign-in' },
    providers: [
      {
        id: STAFF_PROVIDER,
        name: '工作人员',
        type: 'credentials',
        credentials: {},
        authorize: async () => {
          const token = await verify()
          return token === null ? null : { id: token }
        },
      },
    ],
    logger: {
      // What the library hands over may hold what was typed; the log gets the code alone.
      error: (code) => log.error({ code }, 'staff sign-in failed'),
      warn: (code) => log.warn({ code }, 'staff sign-in warning'),
      debug: () => undefined,
    },
  }
}
