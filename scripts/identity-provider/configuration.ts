import { z } from 'zod'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

const issuer = z.string('is missing').transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url || url.protocol !== 'http:' || !LOOPBACK.has(url.hostname) || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    context.addIssue({ code: 'custom', message: 'must be http://localhost:PORT or http://127.0.0.1:PORT: whoever reaches the stand-in can sign in as anyone, so it stays on this machine' })
    return z.NEVER
  }
  return url.origin
})

const address = z.string('is missing').refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'must be an http or https address')

const PORT_WORDS = 'must be a port number'
const environment = z.object({
  ISSUER: issuer,
  PORT: z.coerce.number(PORT_WORDS).int(PORT_WORDS).min(1, PORT_WORDS).max(65535, PORT_WORDS),
  CLIENT_ID: z.string('is missing').min(1, 'is missing'),
  CLIENT_SECRET: z.string('is missing').min(16, 'must be at least 16 characters'),
  REDIRECT_URI: address,
  PEOPLE_CSV: z.string('is missing').min(1, 'is missing'),
  ACCOUNTS_CSV: z.string('is missing').min(1, 'is missing'),
})

/**
 * What the stand-in is started with. `clientSecret` also keys the subjects, so a demonstration that keeps its secret keeps
 * its people's `sub` over restarts.
 */
export type Configuration = {
  readonly issuer: string
  readonly port: number
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  readonly peopleCsv: string
  readonly accountsCsv: string
}

/** A start that cannot be; the message is the sentence that the operator reads. */
export class ConfigurationError extends Error {}

/** @throws ConfigurationError with one line a variable; values are not repeated, one of them is a secret */
export function readConfiguration(source: Readonly<Record<string, string | undefined>>): Configuration {
  const parsed = environment.safeParse(source)
  if (!parsed.success) throw new ConfigurationError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'))
  const value = parsed.data
  return {
    issuer: value.ISSUER,
    port: value.PORT,
    clientId: value.CLIENT_ID,
    clientSecret: value.CLIENT_SECRET,
    redirectUri: value.REDIRECT_URI,
    peopleCsv: value.PEOPLE_CSV,
    accountsCsv: value.ACCOUNTS_CSV,
  }
}
