import 'server-only'
import { randomBytes } from 'node:crypto'
import type { AuthOptions } from 'next-auth'
import { z } from 'zod'
import { idNumberFault } from '@/lib/domain/id-number-check'
import { normaliseIdNumber } from '@/lib/domain/national-id'
import { recordAudit } from '@/lib/audit/record'
import { readClock } from '@/lib/clock'
import { db } from '@/lib/data/db'
import { LONGEST_MS, recordIdentity } from '@/lib/data/guardians'
import { getEnv } from '@/lib/env'
import { log } from '@/lib/log'
import { csrfCookie, guardianCookie, isSecure } from './cookies'
import { guardianAdapter } from './guardian-adapter'

export const PROVIDER = 'changtongma'

/** The claims of R-05. An unverified account has no real name and no ID number to speak of. */
const claims = z.object({
  sub: z.string().min(1),
  name: z.string().optional(),
  id_number: z.string().optional(),
  phone_number: z.string().optional(),
  verification_level: z.string().optional(),
})

/** next-auth for guardians: a generic OpenID Connect provider with PKCE, state and nonce; sessions in the database. */
export function guardianAuthOptions(): AuthOptions {
  const { oidc, sessionSecret } = getEnv()
  return {
    secret: sessionSecret,
    useSecureCookies: isSecure(),
    adapter: guardianAdapter,
    session: { strategy: 'database', maxAge: LONGEST_MS / 1000, updateAge: LONGEST_MS / 1000, generateSessionToken: () => randomBytes(32).toString('base64url') },
    cookies: { sessionToken: guardianCookie(), csrfToken: csrfCookie() },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      {
        id: PROVIDER,
        name: '昌通码',
        type: 'oauth',
        wellKnown: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        idToken: true,
        checks: ['pkce', 'state', 'nonce'],
        // Asked anew each time: on a family's one phone the next person must not come in as the last one.
        authorization: { params: { scope: 'openid profile phone real_name', prompt: 'login' } },
        profile: (profile) => ({ id: claims.parse(profile).sub }),
      },
    ],
    callbacks: {
      async signIn({ profile }) {
        const said = claims.safeParse(profile)
        if (!said.success) return '/sign-in?error=claims'
        const { sub, name, id_number, phone_number, verification_level } = said.data
        const idNumber = normaliseIdNumber(id_number ?? '')
        // without real name, ID number and face scan there is no session at all.
        if (verification_level !== 'face' || !name || idNumberFault(idNumber) !== null) return '/sign-in/unverified'
        const guardianId = await recordIdentity({ subject: sub, idNumber, name, phone: phone_number ?? null, level: verification_level }, (await readClock()).season)
        await recordAudit(db(), { type: 'guardian-signed-in', actor: { kind: 'guardian', id: guardianId } })
        return true
      },
      redirect({ url, baseUrl }) {
        if (url.startsWith('/')) return `${baseUrl}${url}`
        return new URL(url).origin === baseUrl ? url : baseUrl
      },
    },
    logger: {
      // What the library hands over may hold tokens and claims; the log gets the code alone.
      error: (code) => log.error({ code }, 'sign-in failed'),
      warn: (code) => log.warn({ code }, 'sign-in warning'),
      debug: () => undefined,
    },
  }
}
