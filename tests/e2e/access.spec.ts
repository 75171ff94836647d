import { expect, type APIRequestContext } from '@playwright/test'
import { family } from '../support/families'
import { atConfirmation, signIn, signInThroughPages } from './walk'
import { test } from './test'

async function post(request: APIRequestContext, path: string, origin: string | undefined) {
  return request.post(path, { maxRedirects: 0, form: {}, headers: origin === undefined ? {} : { origin } })
}

test('a write that does not come from our own pages is refused, whatever it is', async ({ request, baseURL }) => {
  for (const path of ['/elder', '/sign-out', '/sign-in/start', '/register/start', '/api/materials', '/api/staff/scans', '/api/staff/registers', '/api/staff/seasons', '/api/staff/seasons/x', '/api/staff/assistances/x', '/api/staff/exports/school', '/staff/sign-in', '/staff/sign-out', '/console/cases', '/school', '/api/materialsx', '/api/staff/scansx', '/icon.svg', '/favicon.ico']) {
    expect((await post(request, path, 'https://example.org')).status(), path).toBe(403)
    expect((await post(request, path, 'null')).status(), path).toBe(403)
    expect((await post(request, path, undefined)).status(), path).toBe(403)
  }
  expect((await post(request, '/elder', baseURL)).status()).toBe(303)
})

test('P8 a form that weighs more than any of ours is refused before it is taken in', async ({ request, baseURL }) => {
  const answer = (path: string, kilobytes: number) => request.post(path, { maxRedirects: 0, headers: { origin: baseURL ?? '' }, multipart: { text: 'a'.repeat(kilobytes * 1024) } })
  for (const path of ['/verify', '/staff/sign-in', '/addresses', '/elder']) expect((await answer(path, 65)).status(), path).toBe(413)
  expect((await answer('/api/staff/exports/school', 65)).status()).toBe(413)
  expect((await answer('/api/staff/exports/addresses', 5 * 1024)).status()).toBe(413)
  for (const method of ['TRACE', 'PROPFIND', 'PUT']) expect((await request.fetch('/staff/sign-in', { method })).status(), method).toBe(405)
  expect((await answer('/elder', 1)).status()).toBe(303)
})

test('every page carries a policy with a nonce of its own, and nothing of it is kept on the way', async ({ request }) => {
  const policies = new Set<string>()
  for (let index = 0; index < 2; index++) {
    const headers = (await request.get('/')).headers()
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/)
    expect(policy).not.toContain('unsafe-')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers['cache-control']).toContain('no-store')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-powered-by']).toBeUndefined()
    policies.add(policy)
  }
  expect(policies.size).toBe(2)
})

test('the session cookie is HttpOnly and SameSite, is new at each sign-in, and ends at sign-out', async ({ page, context }) => {
  const walk = family('born-first-day')
  await signInThroughPages(page, walk)
  const session = async () => (await context.cookies()).find((cookie) => cookie.name.endsWith('ruxue-guardian'))
  const first = await session()
  expect(first).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  await page.goto('/sign-in?out=1')
  await page.getByRole('button', { name: '退出' }).click()
  await expect(page.getByText('已经退出')).toBeVisible()
  expect(await session()).toBeUndefined()
  if (first) await context.addCookies([first])
  await page.goto('/register')
  await expect(page).toHaveURL(/\/sign-in/)
  await signInThroughPages(page, walk)
  expect((await session())?.value).not.toBe(first?.value)
})

test('an expired session says so, and comes back to the page with what was filled in', async ({ page, context }) => {
  await atConfirmation(page, 'deed-outside-household')
  const address = page.url()
  await context.clearCookies({ name: /guardian/ })
  await page.getByRole('link', { name: '选择其他房产' }).click()
  await expect(page).toHaveURL(/\/sign-in\?to=/)
  await signIn(page, family('deed-outside-household'))
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()
})

test('a forged X-Forwarded-For does not get around the limit of sign-ins', async ({ request, baseURL }) => {
  const answers = []
  for (let index = 0; index < 62; index++) {
    const headers = { origin: baseURL ?? '', 'x-forwarded-for': `198.51.100.${index}`, 'x-ruxue-peer': `198.51.100.${index}` }
    answers.push((await request.post('/sign-in/start', { maxRedirects: 0, form: { to: '/register' }, headers })).headers().location ?? '')
  }
  expect(answers[0]).toContain('/auth?client_id=')
  expect(answers.at(-1)).toMatch(/\/sign-in\?error=limit$/)
})
