import { globSync } from 'node:fs'
import { expect, type APIRequestContext } from '@playwright/test'
import { family } from '../support/families'
import { atConfirmation, signIn, signInThroughPages } from './walk'
import { test } from './test'

const NOBODYS = '00000000-0000-4000-8000-000000000000'

/** What somebody without a session gets at every address of the app directory. An address that is not here fails the first test. */
const NOBODY: Record<string, 'public' | 'sign-in' | 'refused' | 'not-asked'> = {
  '/': 'public',
  '/manual': 'public',
  '/sign-in': 'public',
  '/sign-in/unverified': 'public',
  '/api/health': 'public',
  '/api/auth/[...nextauth]': 'not-asked',
  '/api/materials': 'not-asked',
  '/api/materials/[materialId]': 'refused',
  '/console/applications': 'sign-in',
  '/console/applications/[applicationId]': 'sign-in',
  '/console/applications/returns': 'sign-in',
  '/console/audit': 'sign-in',
  '/console/audit/[eventId]': 'sign-in',
  '/console/overview': 'sign-in',
  '/elder': 'not-asked',
  '/sign-out': 'not-asked',
  '/sign-in/start': 'not-asked',
  '/console/cases': 'sign-in',
  '/register': 'sign-in',
  '/register/messages': 'sign-in',
  '/register/start': 'sign-in',
  '/register/[applicationId]': 'sign-in',
  '/register/[applicationId]/[step]': 'sign-in',
  '/register/[applicationId]/appeals/[kind]': 'sign-in',
  '/register/[applicationId]/confirm': 'sign-in',
  '/register/[applicationId]/county': 'sign-in',
  '/register/[applicationId]/done': 'sign-in',
  '/register/[applicationId]/withdraw': 'sign-in',
  '/school': 'sign-in',
  '/school/applicants/[applicationId]': 'sign-in',
  '/school/call-sheet': 'sign-in',
  '/school/counts': 'sign-in',
  '/api/staff/exports/school': 'not-asked',
}

function routes(): string[] {
  return globSync('app/**/{page.tsx,route.ts}').map((file) => `/${file.replace(/^app\//, '').replace(/\/?(?:page\.tsx|route\.ts)$/, '')}`)
}

function address(route: string, applicationId: string): string {
  return route.replace('[applicationId]', applicationId).replace('[materialId]', NOBODYS).replace('[step]', 'record').replace('[kind]', 'guardian-mismatch').replace('[eventId]', '1')
}

test('every address of the application is in the table of who may open it', () => {
  expect(routes().toSorted()).toEqual(Object.keys(NOBODY).toSorted())
})

for (const [route, expected] of Object.entries(NOBODY)) {
  if (expected === 'not-asked') continue
  test(`nobody at ${route}: ${expected}`, async ({ request }) => {
    const answer = await request.get(address(route, NOBODYS), { maxRedirects: 0 })
    if (expected === 'public') expect(answer.status()).toBe(200)
    else if (expected === 'refused') expect(answer.status()).toBe(401)
    else {
      expect(answer.status()).toBe(307)
      expect(answer.headers().location).toMatch(/\/sign-in\?to=/)
    }
  })
}

test('another family’s address is as one that never was: for a stranger and for the other parent', async ({ page, browser }) => {
  await atConfirmation(page, 'separated-mother')
  const [, applicationId = ''] = /\/register\/([^/]+)\/confirm/.exec(page.url()) ?? []
  for (const walk of ['separated-father', 'other-province']) {
    const context = await browser.newContext()
    const other = await context.newPage()
    await signIn(other, family(walk))
    for (const route of routes().filter((one) => one.startsWith('/register/[applicationId]'))) {
      const answer = await other.goto(address(route, applicationId))
      expect(answer?.status(), `${walk} ${route}`).toBe(404)
      await expect(other.getByText(family('separated-mother').child.name)).toHaveCount(0)
    }
    await context.close()
  }
})

async function post(request: APIRequestContext, path: string, origin: string | undefined) {
  return request.post(path, { maxRedirects: 0, form: {}, headers: origin === undefined ? {} : { origin } })
}

test('a write that does not come from our own pages is refused, whatever it is', async ({ request, baseURL }) => {
  for (const path of ['/elder', '/sign-out', '/sign-in/start', '/register/start', '/api/materials']) {
    expect((await post(request, path, 'https://example.org')).status(), path).toBe(403)
    expect((await post(request, path, 'null')).status(), path).toBe(403)
    expect((await post(request, path, undefined)).status(), path).toBe(403)
  }
  expect((await post(request, '/elder', baseURL)).status()).toBe(303)
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
