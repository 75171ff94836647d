import { spawn } from 'node:child_process'
import { beforeAll, expect, test } from 'vitest'
import { createAccount } from '@/lib/commands/create-account'
import { db } from '@/lib/data/db'
import { codeAt } from '@/lib/data/one-time-code'
import { hashPassword } from '@/lib/data/password'
import { openSecret } from '@/lib/data/staff-accounts'
import { demonstrationPassword } from '@/scripts/start/demonstration-staff'
import { loadDemonstration } from '@/scripts/start/load-demonstration'

const OFFICER = { county: '360123', role: 'reviewer', schoolCode: null, username: 'shenhe1-360123', name: '温望舒' } as const

beforeAll(async () => {
  await loadDemonstration()
  const password = demonstrationPassword()
  await createAccount({ ...OFFICER, settledWith: { password, passwordHash: await hashPassword(password), now: Date.now() } })
})

type Ran = { printed: string; said: string; code: number | null }

/** A command as an operator types it, on this file's database. */
function run(script: 'staff' | 'demonstration-code', ...args: string[]): Promise<Ran> {
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', `scripts/${script}.ts`, ...args], { env: { ...process.env, NODE_OPTIONS: '' } })
  let printed = ''
  let said = ''
  child.stdout.on('data', (chunk) => (printed += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  return new Promise((resolve) => child.once('close', (code) => resolve({ printed, said, code })))
}

test('P6 npm run staff makes an account and shows its secrets once; what does not fit says why', async () => {
  const clerk = ['create', '--role', 'school', '--county', '360123', '--username', 'zhaosheng-new', '--name', '温若谷']
  const [made, unknown, usage] = await Promise.all([run('staff', ...clerk, '--school', 'LJ'), run('staff', ...clerk, '--school', 'ZZ'), run('staff', 'create', '--role', 'king')])
  expect(made.code).toBe(0)
  const account = await db().staffAccount.findUniqueOrThrow({ where: { username: 'zhaosheng-new' } })
  expect(account).toMatchObject({ role: 'school', schoolCode: 'LJ', name: '温若谷', passwordSetAt: null, totpConfirmedAt: null })
  expect(made.printed).toMatch(/^one-time password {2}[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/m)
  expect(made.printed).toContain(openSecret(account.totpCipher))
  expect(made.printed).toContain('otpauth://totp/')
  expect(unknown).toEqual({ printed: '', said: "the county's published season has no school of this code\n", code: 1 })
  expect(usage).toMatchObject({ printed: '', code: 1 })
  expect(usage.said).toMatch(/^usage: /)
})

test('P6 it disables, enables, resets and lists; the demonstration’s command tells an officer’s password and code', async () => {
  const { totpCipher } = await db().staffAccount.findUniqueOrThrow({ where: { username: OFFICER.username } })
  const before = Date.now()
  const { printed } = await run('demonstration-code', OFFICER.username)
  expect(printed).toContain(`password  ${demonstrationPassword()}\n`)
  expect([before, Date.now()].map((at) => codeAt(openSecret(totpCipher), at))).toContain(/^code +(\d{6})/m.exec(printed)?.[1])

  const isDisabled = async () => (await db().staffAccount.findUniqueOrThrow({ where: { username: OFFICER.username } })).disabledAt !== null
  expect(await run('staff', 'disable', '--username', OFFICER.username)).toMatchObject({ code: 0 })
  expect(await isDisabled()).toBe(true)
  expect(await run('staff', 'enable', '--username', OFFICER.username)).toMatchObject({ code: 0 })
  expect(await isDisabled()).toBe(false)
  expect((await run('staff', 'reset', '--username', OFFICER.username)).printed).toMatch(/^TOTP secret +[A-Z2-7]{32}$/m)
  expect((await run('staff', 'list', '--county', '360123')).printed).toMatch(/^360123 +reviewer +shenhe1-360123 +温望舒 +new +never +0$/m)
}, 60_000)
