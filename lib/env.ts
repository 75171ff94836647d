import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/**
 * The configuration, read once. Demonstration or production is decided here and nowhere else: the demonstration runs only
 * when DATABASE_URL and OIDC_ISSUER are both unset. Whatever else is set or forgotten, the other case is production, and
 * production starts with everything that it needs or not at all.
 */
export type Env = {
  readonly mode: 'demonstration' | 'production'
  readonly host: string
  readonly port: number
  /** where browsers find us, without a slash at the end */
  readonly baseUrl: string
  readonly databaseUrl: string
  readonly dataDir: string
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
  /** AES-256 keys by version; the last one named is the one that encrypts */
  readonly encryptionKeys: { readonly current: string; readonly keys: Readonly<Record<string, Buffer>> }
  readonly indexKey: Buffer
  readonly sessionSecret: string
  readonly serverActionsKey: string
  readonly trustedProxies: readonly string[]
  readonly registries:
    | { readonly kind: 'snapshot' }
    | { readonly kind: 'http'; readonly baseUrl: string; readonly timeoutMs: number }
  /** the demonstration writes text messages to its log, whatever is set: it never reaches a real phone */
  readonly sms: { readonly kind: 'log' } | { readonly kind: 'none' } | { readonly kind: 'http'; readonly url: string; readonly token: string }
  /** where uploaded materials are kept; the budget is of the local folder, null for as much as the disk holds */
  readonly materials:
    | { readonly kind: 'local'; readonly budgetBytes: number | null }
    | { readonly kind: 's3'; readonly endpoint: string; readonly bucket: string; readonly region: string; readonly accessKey: string; readonly secretKey: string }
}

type Source = Readonly<Record<string, string | undefined>>

/** A configuration that cannot start; the message is the sentence that the operator reads. */
export class EnvError extends Error {}

/** What the demonstration makes for itself at its first start and keeps in DATA_DIR, readable by its owner only. */
export const demonstrationRecord = z.object({
  databaseUrl: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  encryptionKeys: z.string(),
  indexKey: z.string(),
  sessionSecret: z.string(),
  serverActionsKey: z.string(),
  /** of its officers; a record that was made before there were any has none until the next start */
  staffPassword: z.string().optional(),
})
export type DemonstrationRecord = z.infer<typeof demonstrationRecord>

/** Every key that the demonstration makes begins with this, decoded; production refuses them wherever they turn up. */
export const DEMONSTRATION_MARK = 'demo-'
const KEY_BYTES = 32

const unset = (value: string | undefined) => value === undefined || value.trim() === ''

export function isDemonstrationSource(source: Source): boolean {
  return unset(source.DATABASE_URL) && unset(source.OIDC_ISSUER)
}

export function demonstrationFile(dataDir: string): string {
  return path.join(dataDir, 'demonstration.json')
}

export function dataDirOf(source: Source): string {
  return path.resolve(unset(source.DATA_DIR) ? '.data' : (source.DATA_DIR ?? ''))
}

const url = (schemes: readonly string[]) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), `must be an address that begins with ${schemes.join(' or ')}`)

const key = z.string().transform((value, context) => {
  const bytes = Buffer.from(value, 'base64')
  if (bytes.length === KEY_BYTES && /^[A-Za-z0-9+/]+=*$/.test(value)) return bytes
  context.addIssue({ code: 'custom', message: `must be ${KEY_BYTES} random bytes in base64 (openssl rand -base64 ${KEY_BYTES})` })
  return z.NEVER
})

const keys = z.string().transform((value, context) => {
  const entries = value.split(',').map((entry) => entry.trim().split(/:(.*)/s, 2))
  const known: Record<string, Buffer> = {}
  let current = ''
  for (const [version = '', encoded = ''] of entries) {
    const parsed = key.safeParse(encoded)
    if (!/^v[0-9]+$/.test(version) || !parsed.success || version in known) {
      context.addIssue({ code: 'custom', message: `must be v1:KEY,v2:KEY,… , each key ${KEY_BYTES} random bytes in base64, each version once; the last one encrypts` })
      return z.NEVER
    }
    known[version] = parsed.data
    current = version
  }
  return { current, keys: known }
})

const proxy = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)(?:\/\d{1,3})?$/

const everywhere = {
  PORT: z.coerce.number('must be a port number').int().min(1, 'must be a port number').max(65535, 'must be a port number').default(3000),
  HOST: z.string().min(1).optional(),
  BASE_URL: url(['http:', 'https:']).transform((value) => value.replace(/\/+$/, '')).optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((value) => value.split(',').map((entry) => entry.trim()).filter((entry) => entry !== ''))
    .refine((list) => list.every((entry) => proxy.test(entry)), 'must be IP addresses or networks (10.0.0.0/8), separated by commas'),
  REGISTRY_URL: url(['http:', 'https:']).optional(),
  SMS_GATEWAY_URL: z.union([z.literal('none'), url(['http:', 'https:'])], 'must be an address that begins with http: or https:, or the word none').optional(),
  SMS_GATEWAY_TOKEN: z.string().min(1).optional(),
  MATERIALS_BUDGET_BYTES: z.coerce.number('must be a number of bytes').int().min(0, 'must be a number of bytes').optional(),
  REGISTRY_TIMEOUT_MS: z.coerce.number().int().min(100, 'must be between 100 and 2500').max(2500, 'must be between 100 and 2500').default(2000),
}

const secrets = {
  DATABASE_URL: url(['postgres:', 'postgresql:']),
  OIDC_ISSUER: url(['http:', 'https:']),
  OIDC_CLIENT_ID: z.string('is missing').min(1),
  OIDC_CLIENT_SECRET: z.string('is missing').min(1),
  ENCRYPTION_KEYS: keys,
  INDEX_KEY: key,
  SESSION_SECRET: z.string('is missing').min(32, 'must be at least 32 characters (openssl rand -base64 32)'),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string('is missing').refine((value) => [16, 24, 32].includes(Buffer.from(value, 'base64').length), 'must be 32 random bytes in base64'),
}

/** All of these or none: with them, materials are kept in a bucket and no longer in DATA_DIR. */
const bucket = {
  MATERIALS_S3_ENDPOINT: url(['http:', 'https:']).transform((value) => value.replace(/\/+$/, '')).optional(),
  MATERIALS_S3_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket').optional(),
  MATERIALS_S3_REGION: z.string().min(1).optional(),
  MATERIALS_S3_ACCESS_KEY: z.string().min(1).optional(),
  MATERIALS_S3_SECRET_KEY: z.string().min(1).optional(),
}

const configuration = z.object({ ...everywhere, ...bucket, ...secrets })

/**
 * @param source the process's environment
 * @param record what the demonstration keeps; read only when `source` makes this a demonstration
 * @throws EnvError with one sentence a variable
 */
export function parseEnv(source: Source, record: DemonstrationRecord | null): Env {
  const demonstration = isDemonstrationSource(source)
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => !unset(value)))
  if (demonstration && !record) throw new EnvError('the demonstration has not been set up yet: run npm start')
  const parsed = configuration.safeParse(demonstration && record ? { ...given, ...fromRecord(record) } : given)
  if (!parsed.success) throw new EnvError(sentences(parsed.error, given))
  const value = parsed.data
  if (!demonstration) refuseDemonstration(value)
  const host = value.HOST ?? (demonstration ? '127.0.0.1' : '0.0.0.0')
  if (!demonstration && !value.BASE_URL) throw new EnvError('BASE_URL is missing: say at which address browsers find the platform')
  return {
    mode: demonstration ? 'demonstration' : 'production',
    host,
    port: value.PORT,
    baseUrl: value.BASE_URL ?? `http://localhost:${value.PORT}`,
    databaseUrl: value.DATABASE_URL,
    dataDir: dataDirOf(source),
    oidc: { issuer: value.OIDC_ISSUER, clientId: value.OIDC_CLIENT_ID, clientSecret: value.OIDC_CLIENT_SECRET },
    encryptionKeys: value.ENCRYPTION_KEYS,
    indexKey: value.INDEX_KEY,
    sessionSecret: value.SESSION_SECRET,
    serverActionsKey: value.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    trustedProxies: value.TRUSTED_PROXIES,
    materials: materialsOf(value),
    registries: value.REGISTRY_URL ? { kind: 'http', baseUrl: value.REGISTRY_URL, timeoutMs: value.REGISTRY_TIMEOUT_MS } : { kind: 'snapshot' },
    sms: demonstration ? { kind: 'log' } : smsOf(value),
  }
}

/** Whether text messages go out is decided, not forgotten: without a gateway production says so itself. */
function smsOf({ SMS_GATEWAY_URL: address, SMS_GATEWAY_TOKEN: token }: z.infer<typeof configuration>): Env['sms'] {
  if (!address) throw new EnvError('SMS_GATEWAY_URL is missing: say which gateway sends text messages, or none')
  if (address === 'none') return { kind: 'none' }
  if (!token) throw new EnvError('SMS_GATEWAY_TOKEN is missing: SMS_GATEWAY_URL is set, and the gateway wants to know who asks')
  return { kind: 'http', url: address, token }
}

function materialsOf(value: z.infer<typeof configuration>): Env['materials'] {
  const { MATERIALS_S3_ENDPOINT: endpoint, MATERIALS_S3_BUCKET: name, MATERIALS_S3_REGION: region, MATERIALS_S3_ACCESS_KEY: accessKey, MATERIALS_S3_SECRET_KEY: secretKey } = value
  if (endpoint && name && region && accessKey && secretKey) return { kind: 's3', endpoint, bucket: name, region, accessKey, secretKey }
  const given: Source = { MATERIALS_S3_ENDPOINT: endpoint, MATERIALS_S3_BUCKET: name, MATERIALS_S3_REGION: region, MATERIALS_S3_ACCESS_KEY: accessKey, MATERIALS_S3_SECRET_KEY: secretKey }
  const missing = Object.keys(given).filter((variable) => unset(given[variable]))
  if (missing.length < Object.keys(given).length) throw new EnvError(`${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing: materials go into a bucket when all of MATERIALS_S3_* are set, and into DATA_DIR when none is`)
  return { kind: 'local', budgetBytes: value.MATERIALS_BUDGET_BYTES ?? null }
}

/** The demonstration's own keys and addresses always win: it never runs on somebody's half-set configuration. */
function fromRecord(record: DemonstrationRecord) {
  return {
    DATABASE_URL: record.databaseUrl,
    OIDC_ISSUER: record.issuer,
    OIDC_CLIENT_ID: record.clientId,
    OIDC_CLIENT_SECRET: record.clientSecret,
    ENCRYPTION_KEYS: record.encryptionKeys,
    INDEX_KEY: record.indexKey,
    SESSION_SECRET: record.sessionSecret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: record.serverActionsKey,
  }
}

function refuseDemonstration(value: z.infer<typeof configuration>): void {
  const marked = (bytes: Buffer) => bytes.subarray(0, DEMONSTRATION_MARK.length).toString() === DEMONSTRATION_MARK
  const found = [
    Object.values(value.ENCRYPTION_KEYS.keys).some(marked) ? 'ENCRYPTION_KEYS' : null,
    marked(value.INDEX_KEY) ? 'INDEX_KEY' : null,
    value.SESSION_SECRET.startsWith(DEMONSTRATION_MARK) ? 'SESSION_SECRET' : null,
    value.OIDC_CLIENT_SECRET.startsWith(DEMONSTRATION_MARK) ? 'OIDC_CLIENT_SECRET' : null,
    marked(Buffer.from(value.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, 'base64')) ? 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY' : null,
  ].filter((name) => name !== null)
  if (found.length > 0) throw new EnvError(`${found.join(', ')}: this is a key of the demonstration; production needs its own`)
}

function sentences(error: z.ZodError, given: Source): string {
  const lines = error.issues.map((issue) => {
    const name = String(issue.path[0])
    if (!(name in given) && name in secrets) return `${name} is missing: DATABASE_URL or OIDC_ISSUER is set, so this is production, which needs it`
    return `${name} ${issue.message}`
  })
  return [...new Set(lines)].join('\n')
}

/** The demonstration's record in `dataDir`; null before its first start. */
export function readDemonstrationRecord(dataDir: string): DemonstrationRecord | null {
  let text: string
  try {
    text = readFileSync(demonstrationFile(dataDir), 'utf8')
  } catch {
    return null
  }
  return demonstrationRecord.parse(JSON.parse(text))
}

let kept: Env | null = null

/** This process's configuration. @throws EnvError */
export function getEnv(): Env {
  kept ??= parseEnv(process.env, isDemonstrationSource(process.env) ? readDemonstrationRecord(dataDirOf(process.env)) : null)
  return kept
}

export function isDemonstration(): boolean {
  return getEnv().mode === 'demonstration'
}

/** Whether a request's Origin header names this platform: writes are taken from our own pages only. */
export function isOwnOrigin(origin: string | null): boolean {
  return origin === new URL(getEnv().baseUrl).origin
}
