import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { DEMONSTRATION_MARK, parseEnv, type DemonstrationRecord } from '@/lib/env'

const key = () => randomBytes(32).toString('base64')
const demoKey = () => Buffer.concat([Buffer.from(DEMONSTRATION_MARK), randomBytes(27)]).toString('base64')

const production = (): Record<string, string | undefined> => ({
  DATABASE_URL: 'postgresql://u:p@db:5432/ruxue',
  OIDC_ISSUER: 'https://id.example.org',
  OIDC_CLIENT_ID: 'ruxue',
  OIDC_CLIENT_SECRET: 'secret',
  BASE_URL: 'https://ruxue.example.org/',
  ENCRYPTION_KEYS: `v1:${key()},v2:${key()}`,
  INDEX_KEY: key(),
  SESSION_SECRET: key(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key(),
  SMS_GATEWAY_URL: 'https://sms.example.org/send',
  SMS_GATEWAY_TOKEN: 'token',
})

const record: DemonstrationRecord = {
  databaseUrl: 'postgresql://u:p@127.0.0.1:5/demo',
  issuer: 'http://127.0.0.1:3001',
  clientId: 'demo',
  clientSecret: 'demo-secret',
  encryptionKeys: `v1:${demoKey()}`,
  indexKey: demoKey(),
  sessionSecret: `${DEMONSTRATION_MARK}${key()}`,
  serverActionsKey: demoKey(),
}

test('with both variables unset it is the demonstration, on this machine only', () => {
  expect(parseEnv({}, record)).toMatchObject({ mode: 'demonstration', host: '127.0.0.1', port: 3000, baseUrl: 'http://localhost:3000' })
  expect(parseEnv({ DATABASE_URL: ' ', OIDC_ISSUER: '', HOST: '0.0.0.0', PORT: '8080' }, record)).toMatchObject({ mode: 'demonstration', host: '0.0.0.0', port: 8080 })
})

test('a full configuration is production; the last key encrypts, all decrypt', () => {
  const env = parseEnv(production(), null)
  expect(env).toMatchObject({ mode: 'production', baseUrl: 'https://ruxue.example.org', registries: { kind: 'snapshot' } })
  expect(env.encryptionKeys.current).toBe('v2')
  expect(Object.keys(env.encryptionKeys.keys)).toEqual(['v1', 'v2'])
})

test('text messages: the demonstration never sends any, production says whether it does', () => {
  expect(parseEnv({ SMS_GATEWAY_URL: 'https://sms.example.org/send', SMS_GATEWAY_TOKEN: 'token' }, record).sms).toEqual({ kind: 'log' })
  expect(parseEnv(production(), null).sms).toEqual({ kind: 'http', url: 'https://sms.example.org/send', token: 'token' })
  expect(parseEnv({ ...production(), SMS_GATEWAY_URL: 'none', SMS_GATEWAY_TOKEN: undefined }, null).sms).toEqual({ kind: 'none' })
})

const bucket = { MATERIALS_S3_ENDPOINT: 'https://s3.example.org/', MATERIALS_S3_BUCKET: 'materials', MATERIALS_S3_REGION: 'cn-1', MATERIALS_S3_ACCESS_KEY: 'a', MATERIALS_S3_SECRET_KEY: 'b' }

test('materials: in the data directory, or in a bucket that is named whole', () => {
  expect(parseEnv(production(), null).materials).toEqual({ kind: 'local', budgetBytes: null })
  expect(parseEnv({ MATERIALS_BUDGET_BYTES: '1000' }, record).materials).toEqual({ kind: 'local', budgetBytes: 1000 })
  expect(parseEnv({ ...production(), ...bucket }, null).materials).toEqual({ kind: 's3', endpoint: 'https://s3.example.org', bucket: 'materials', region: 'cn-1', accessKey: 'a', secretKey: 'b' })
})

test.each(Object.keys(bucket))('a bucket without %s does not start, and says which', (name) => {
  for (const rest of [production(), {}]) expect(() => parseEnv({ ...rest, ...bucket, [name]: undefined }, record)).toThrow(new RegExp(`${name} is missing`))
})

test('the demonstration never runs with one of the two set, whatever else there is', () => {
  expect(() => parseEnv({ DATABASE_URL: 'postgresql://u@db/x' }, record)).toThrow(/OIDC_ISSUER is missing/)
  expect(() => parseEnv({ OIDC_ISSUER: 'https://id.example.org' }, record)).toThrow(/DATABASE_URL is missing/)
})

test.each(Object.keys(production()))('production without %s does not start, and says which', (name) => {
  expect(() => parseEnv({ ...production(), [name]: undefined }, record)).toThrow(new RegExp(`${name} is missing`))
})

test.each([
  ['ENCRYPTION_KEYS', () => `v1:${demoKey()},v2:${key()}`],
  ['INDEX_KEY', demoKey],
  ['SESSION_SECRET', () => `${DEMONSTRATION_MARK}${key()}`],
  ['OIDC_CLIENT_SECRET', () => `${DEMONSTRATION_MARK}x`],
  ['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', demoKey],
])('production refuses the demonstration’s %s', (name, value) => {
  expect(() => parseEnv({ ...production(), [name]: value() }, null)).toThrow(new RegExp(`${name}: this is a key of the demonstration`))
})

test.each([
  ['PORT', '70000'],
  ['PORT', 'web'],
  ['BASE_URL', 'ruxue.example.org'],
  ['DATABASE_URL', 'mysql://db'],
  ['ENCRYPTION_KEYS', 'v1:short'],
  ['ENCRYPTION_KEYS', key()],
  ['INDEX_KEY', 'not base64 at all'],
  ['SESSION_SECRET', 'short'],
  ['TRUSTED_PROXIES', 'everybody'],
  ['REGISTRY_TIMEOUT_MS', '60000'],
  ['MATERIALS_BUDGET_BYTES', 'much'],
  ['MATERIALS_S3_BUCKET', 'Not A Bucket'],
  ['SMS_GATEWAY_URL', 'later'],
])('a wrong %s (%s) stops the start with its name', (name, value) => {
  expect(() => parseEnv({ ...production(), [name]: value }, null)).toThrow(new RegExp(`^${name} `))
})
