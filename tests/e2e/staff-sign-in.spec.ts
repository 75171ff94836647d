import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { withClient } from '../support/database'
import { appDatabaseUrl, appDataDir } from '../support/running-app'
import { DESK, signedInAs } from './staff'
import { axeOn } from './sound'
import { test } from './test'

test.use(DESK)

const PASSWORD = '晒谷场边 两棵老樟树 1962'
const PERIOD_MS = 30_000

/** Nothing found by axe, nothing that overflows. */
async function isSound(page: Page, width = DESK.viewport.width): Promise<void> {
  await page.setViewportSize({ width, height: 844 })
  const { violations } = await axeOn(page).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
}

/** `npm run staff -- create`, on this worker's application: what an operator hands over. */
function handedOver(): { username: string; password: string; secret: string } {
  const username = `guanli-${randomBytes(4).toString('hex')}`
  const args = ['run', '--silent', 'staff', '--', 'create', '--role', 'admin', '--county', '360123', '--username', username, '--name', '祝望舒']
  const { stdout, stderr } = spawnSync('npm', args, { env: { ...process.env, DATA_DIR: appDataDir(), NODE_OPTIONS: '' }, encoding: 'utf8' })
  const password = /^one-time password +(\S+)$/m.exec(stdout)?.[1]
  const secret = /^TOTP secret +(\S+)$/m.exec(stdout)?.[1]
  if (!password || !secret) throw new Error(`no account was made: ${stderr}`)
  return { username, password, secret }
}

/** What an authenticator shows. */
function codeOf(secret: string, at = Date.now()): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })
}

async function signIn(page: Page, { username, password, code }: { username: string; password: string; code: string }): Promise<void> {
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByLabel('动态口令').fill(code)
  await page.getByRole('button', { name: '登录' }).click()
}

test('P6 the first sign-in leads through a new password and a secret of one’s own to the console, and to nothing else before', async ({ page, context }) => {
  const given = handedOver()
  await page.goto('/console/staff')
  await expect(page).toHaveURL('/staff/sign-in?to=%2Fconsole%2Fstaff')
  await isSound(page, 390)
  await isSound(page)

  await signIn(page, { ...given, code: '000000' })
  await expect(page.getByRole('alert').getByText('用户名、密码或动态口令不对')).toBeVisible()
  await expect(page.getByLabel('用户名')).toHaveValue(given.username)
  await expect(page.getByLabel('密码', { exact: true })).toHaveValue('')
  await isSound(page)

  await context.addCookies([{ name: 'ruxue-staff', value: 'planted-by-somebody-else', domain: new URL(page.url()).hostname, path: '/' }])
  await signIn(page, { ...given, code: codeOf(given.secret) })
  await expect(page.getByRole('heading', { level: 1, name: '换成自己的密码' })).toBeVisible()
  const cookie = async () => (await context.cookies()).find(({ name }) => name === 'ruxue-staff')
  const first = await cookie()
  expect(first).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', expires: -1 })
  expect(first?.value).toMatch(/^[\w-]{43}\.\d{10}$/)
  const known = (await context.cookies()).filter(({ name }) => name !== 'ruxue-staff')
  expect(known).toMatchObject([{ name: expect.stringMatching(/^ruxue-known-[\da-f]{8}$/), httpOnly: true, sameSite: 'Strict', path: '/' }])
  for (const address of ['/console/staff', '/staff/account']) {
    await page.goto(address)
    await expect(page).toHaveURL('/staff/set-up')
  }
  await isSound(page)
  await page.getByLabel('新密码', { exact: true }).fill(PASSWORD)
  await page.getByLabel('再填一次新密码').fill(`${PASSWORD}.`)
  await page.getByRole('button', { name: '保存新密码' }).click()
  await expect(page.getByRole('alert').getByText('两次填的不一样')).toBeVisible()
  await page.getByLabel('新密码', { exact: true }).fill(PASSWORD)
  await page.getByLabel('再填一次新密码').fill(PASSWORD)
  await page.getByRole('button', { name: '保存新密码' }).click()

  await expect(page.getByRole('heading', { level: 1, name: '绑定动态口令' })).toBeVisible()
  expect((await cookie())?.value).not.toBe(first?.value)
  await page.goto('/console/staff')
  await expect(page).toHaveURL('/staff/set-up')
  await expect(page.getByRole('img', { name: /二维码/ })).toBeVisible()
  await isSound(page)
  const secret = (await page.getByText(/^[A-Z2-7]{32}$/).textContent()) ?? ''
  await page.getByLabel('动态口令').fill(codeOf(secret))
  await page.getByRole('button', { name: '核对并绑定' }).click()

  await expect(page.getByRole('heading', { level: 1, name: '保存备用码' })).toBeVisible()
  await expect(page.getByRole('listitem')).toHaveCount(10)
  const [recovery = ''] = await page.getByRole('listitem').allInnerTexts()
  await isSound(page)
  await page.goto('/console/staff')
  await expect(page.getByRole('heading', { level: 1, name: '账号' })).toBeVisible()
  await isSound(page)
  await page.goto('/staff/set-up')
  await page.getByRole('button', { name: '已经保存好，继续' }).click()
  await expect(page).toHaveURL('/console/cases')
  await page.goto('/staff/set-up')
  await expect(page).toHaveURL('/staff/account')
  await isSound(page)

  await page.getByRole('button', { name: '退出' }).click()
  await expect(page.getByText('已经退出')).toBeVisible()
  expect(await cookie()).toBeUndefined()
  await signIn(page, { username: given.username, password: given.password, code: recovery })
  await expect(page.getByRole('alert').getByText('用户名、密码或动态口令不对')).toBeVisible()
  await signIn(page, { username: given.username, password: PASSWORD, code: recovery })
  await expect(page).toHaveURL(/\/console\//)
})

test('P6 with JavaScript off one signs in all the same, comes back to the own page asked for, and to no other site', async ({ browser }) => {
  const given = handedOver()
  await withClient(appDatabaseUrl(), (client) => client.query('UPDATE staff_accounts SET password_set_at = now(), totp_confirmed_at = now() WHERE username = $1', [given.username]))
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/staff/sign-in?to=%2Fconsole%2Fstaff')
  await signIn(page, { ...given, password: 'wrong', code: '000000' })
  await expect(page.getByRole('alert').getByText('用户名、密码或动态口令不对')).toBeVisible()
  await expect(page.getByLabel('用户名')).toHaveValue(given.username)
  expect(await page.content()).not.toContain('value="wrong"')
  await signIn(page, { ...given, code: codeOf(given.secret) })
  await expect(page).toHaveURL('/console/staff')

  await page.getByRole('button', { name: '退出' }).click()
  // Somebody else's guesses have shut the account: not in this browser, which it was signed in to before.
  await withClient(appDatabaseUrl(), (client) => client.query("UPDATE staff_accounts SET failures = 9, failed_at = now(), locked_until = now() + interval '30 minutes' WHERE username = $1", [given.username]))
  await page.goto('/staff/sign-in?to=%2F%2Fexample.org%2Fconsole')
  await signIn(page, { ...given, code: codeOf(given.secret, Date.now() + PERIOD_MS) })
  await expect(page).toHaveURL('/console/cases')
  await context.close()
})

test('P6 a browser is given another token once its own is old, and the old one, brought by anybody later, ends the session', async ({ page, context }) => {
  const { staffId } = await signedInAs(page, 'auditor')
  const carried = async () => (await context.cookies()).find(({ name }) => name === 'ruxue-staff')
  const later = (column: string) => withClient(appDatabaseUrl(), (client) => client.query(`UPDATE staff_sessions SET ${column} = ${column} - interval '21 minutes' WHERE staff_id = $1`, [staffId]))
  await page.goto('/console/audit')
  const first = await carried()
  if (!first) throw new Error('no cookie')
  await later('token_at')
  await page.goto('/console/audit')
  const second = await carried()
  expect(second).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', expires: -1 })
  expect(second?.value).not.toBe(first.value)
  await page.goto('/staff/account')
  await expect(page.getByRole('heading', { level: 1, name: '我的账号' })).toBeVisible()
  expect((await carried())?.value).toBe(second?.value)

  await later('token_seen_at')
  const thief = await fetch(page.url(), { redirect: 'manual', headers: { accept: 'text/html', cookie: `ruxue-staff=${first.value}` } })
  expect([thief.status, thief.headers.get('location')]).toEqual([307, '/staff/sign-in?to=%2Fstaff%2Faccount'])
  await page.reload()
  await expect(page).toHaveURL('/staff/sign-in?to=%2Fstaff%2Faccount')
})

test('P6 an administrator ends a colleague’s session: the next press there leads to the sign-in; a guardian’s cookie is no way in', async ({ page, browser }) => {
  const colleague = await browser.newContext(DESK)
  const theirs = await colleague.newPage()
  const { username } = await signedInAs(theirs, 'school', { name: '邵云起' })
  await theirs.goto('/staff/account')
  await expect(theirs.getByRole('heading', { level: 1, name: '我的账号' })).toBeVisible()

  await signedInAs(page, 'admin')
  await page.goto('/console/staff')
  await page.getByRole('row').filter({ hasText: username }).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: '邵云起' })).toBeVisible()
  await isSound(page)
  await page.getByRole('button', { name: '结束', exact: true }).click()
  await expect(page.getByText('现在没有登录。')).toBeVisible()
  await theirs.reload()
  await expect(theirs).toHaveURL('/staff/sign-in?to=%2Fstaff%2Faccount')
  await expect(theirs.getByText('登录已经结束')).toBeVisible()

  const [staff] = await page.context().cookies()
  await colleague.addCookies([{ name: 'ruxue-guardian', value: staff?.value ?? '', url: theirs.url() }])
  await theirs.goto('/register')
  await expect(theirs).toHaveURL(/\/sign-in\?to=/)
  await colleague.close()
})
