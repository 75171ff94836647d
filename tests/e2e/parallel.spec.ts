import { expect, type Page } from '@playwright/test'
import { family } from '../support/families'
import { count, forgetConfirmations } from './database'
import { test } from './test'
import { afterReading, atConfirmation, press, queryChild, signIn } from './walk'

test.use({ javaScriptEnabled: false })

/** What the browser would send when 「提交入学信息」 is pressed: every field of its form, as it stands in the page. */
async function submitForm(page: Page): Promise<Record<string, string>> {
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: '提交入学信息' }) })
  const fields = await form.locator('input').evaluateAll((inputs) => inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']))
  return Object.fromEntries(fields)
}

async function post(page: Page, multipart: Record<string, string>) {
  const origin = new URL(page.url()).origin
  return page.request.post(page.url(), { multipart, headers: { origin }, maxRedirects: 0 })
}

test('R-27 the same form posted a hundred times in parallel: one submission, the same answer', async ({ page }) => {
  await atConfirmation(page, 'born-last-day')
  await afterReading(page)
  const form = await submitForm(page)
  const answers = await Promise.all(Array.from({ length: 100 }, () => post(page, form)))
  expect(new Set(answers.map((answer) => `${answer.status()} ${answer.headers().location}`)).size).toBe(1)
  expect(answers[0]?.headers().location).toMatch(/\/done$/)
  expect(await count('submissions')).toBe(1)
})

test('both parents press at once: one submission, and the other is told by whom (masked) and when', async ({ page, browser }) => {
  await atConfirmation(page, 'separated-mother')
  const context = await browser.newContext({ javaScriptEnabled: false })
  const fathers = await context.newPage()
  await atConfirmation(fathers, 'separated-father')
  await afterReading(page)
  await afterReading(fathers)
  const forms = await Promise.all([submitForm(page), submitForm(fathers)])
  const answers = await Promise.all([post(page, forms[0]), post(fathers, forms[1])])
  expect(await count('submissions')).toBe(1)
  const locations = answers.map((answer) => answer.headers().location ?? '')
  expect(locations.filter((location) => /\/done$/.test(location))).toHaveLength(1)
  expect(locations.filter((location) => /fault=SUBMITTED_BY_OTHER$/.test(location))).toHaveLength(1)
  const [loser, winner] = /\/done$/.test(locations[0] ?? '') ? [fathers, '祝**'] : [page, '宁**']
  await loser.goto('/register')
  await expect(loser.getByText('已由另一位监护人提交')).toBeVisible()
  await expect(loser.getByText(new RegExp(`${winner.replaceAll('*', '\\*')}于 2023年8月16日`))).toBeVisible()
  await context.close()
})

test('R-28 a form that was kept open and posted after the submission changes nothing', async ({ page, context }) => {
  await atConfirmation(page, 'deed-father')
  const old = await context.newPage()
  await old.goto(page.url().replace('/confirm', '/deed'))
  await afterReading(page)
  await press(page, '提交入学信息')
  await expect(page.getByRole('heading', { name: '登记已提交' })).toBeVisible()
  const receipt = await page.locator('.receipt').innerText()
  await old.getByRole('radio').first().check()
  await press(old, '确认使用')
  await expect(old.getByRole('heading', { name: '登记已提交' })).toBeVisible()
  expect(await old.locator('.receipt').innerText()).toBe(receipt)
})

test('a guardian whom records do not name is slowed after a few children', async ({ page }) => {
  await signIn(page, family('other-province'))
  for (const walk of ['deed-father', 'deed-mother', 'deed-student', 'no-property', 'deed-shop']) {
    await queryChild(page, family(walk).child.idNumber)
    await expect(page.getByRole('heading', { name: '户籍登记的监护人里没有您' })).toBeVisible()
  }
  await queryChild(page, family('deed-unmatched').child.idNumber)
  await expect(page.getByText('查询太频繁，请稍后再试')).toBeVisible()
})

test('R-27 a HEAD request and a prefetch do not start the reading time, whatever header they claim', async ({ page }) => {
  await atConfirmation(page, 'born-first-day')
  await forgetConfirmations()
  await page.request.head(page.url(), { headers: { 'x-ruxue-shown': 'yes' } })
  await page.request.get(page.url(), { headers: { 'sec-purpose': 'prefetch;prerender', 'x-ruxue-shown': 'yes' } })
  await page.request.get(page.url(), { headers: { purpose: 'prefetch' } })
  expect(await count('confirmations')).toBe(0)
  await page.reload()
  expect(await count('confirmations')).toBe(1)
})
