import { spawn } from 'node:child_process'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/data/db'
import { openSecret } from '@/lib/data/staff-accounts'
import { codeAt } from '@/lib/data/one-time-code'
import { demonstrationPassword, openDemonstrationAccounts } from '@/scripts/start/demonstration-staff'
import { loadDemonstration } from '@/scripts/start/load-demonstration'

beforeAll(async () => {
  await loadDemonstration()
  await openDemonstrationAccounts()
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
  const clerk = ['create', '--role', 'school', '--county', '360123', '--username', 'zhaosheng-new']
  const [made, taken, unknown, usage] = [await run('staff', ...clerk, '--school', 'LJ', '--name', '温若谷'), ...(await Promise.all([run('staff', ...clerk, '--school', 'LJ'), run('staff', ...clerk, '--school', 'ZZ'), run('staff', 'create', '--role', 'king')]))]
  expect(made.code).toBe(0)
  const account = await db().staffAccount.findUniqueOrThrow({ where: { username: 'zhaosheng-new' } })
  expect(account).toMatchObject({ role: 'school', schoolCode: 'LJ', name: '温若谷', passwordSetAt: null, totpConfirmedAt: null })
  expect(made.printed).toMatch(/^one-time password {2}[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/m)
  expect(made.printed).toContain(openSecret(account.totpCipher))
  expect(made.printed).toContain('otpauth://totp/')
  expect(taken).toEqual({ printed: '', said: 'this username is taken\n', code: 1 })
  expect(unknown).toEqual({ printed: '', said: "the county's published season has no school of this code\n", code: 1 })
  expect(usage).toMatchObject({ printed: '', code: 1 })
  expect(usage.said).toMatch(/^usage: /)
})

test('P6 it lists, disables, enables and resets', async () => {
  const standing = async () => (await run('staff', 'list', '--county', '360123')).printed.split('\n').find((line) => line.includes('shenhe2-360123'))
  expect(await standing()).toMatch(/ open +never +0$/)
  expect(await run('staff', 'disable', '--username', 'shenhe2-360123')).toMatchObject({ code: 0 })
  expect(await standing()).toMatch(/ disabled /)
  expect(await run('staff', 'enable', '--username', 'shenhe2-360123')).toMatchObject({ code: 0 })
  expect((await run('staff', 'reset', '--username', 'shenhe2-360123')).printed).toMatch(/^TOTP secret +[A-Z2-7]{32}$/m)
  expect(await standing()).toMatch(/ new /)
  expect(await run('staff', 'reset', '--username', 'nobody')).toEqual({ printed: '', said: 'there is no account of this username\n', code: 1 })
})

test('P6 the demonstration tells password and code of an officer, and production tells nobody’s', async () => {
  const { totpCipher } = await db().staffAccount.findUniqueOrThrow({ where: { username: 'shenhe1-360123' } })
  const before = Date.now()
  const { printed, code } = await run('demonstration-code', 'shenhe1-360123')
  expect(code).toBe(0)
  expect(printed).toContain(`password  ${demonstrationPassword()}\n`)
  expect([before, Date.now()].map((at) => codeAt(openSecret(totpCipher), at))).toContain(/^code +(\d{6})/m.exec(printed)?.[1])
  expect(await run('demonstration-code', 'nobody')).toMatchObject({ printed: '', code: 1 })
})
