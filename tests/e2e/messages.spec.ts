import { expect, type Page } from '@playwright/test'
import { withClient } from '../support/database'
import { family, type Walk } from '../support/families'
import { appDatabaseUrl } from '../support/running-app'
import { afterReading, atConfirmation, press, queryChild, signIn } from './walk'
import { isSound } from './sound'
import { test } from './test'

const inMasthead = (page: Page) => page.getByRole('banner').getByRole('link', { name: /消息/ })
const inPage = (page: Page) => page.getByRole('main').getByRole('link', { name: /^消息/ })

/** Begins a registration and discards it: a message without the long way. */
async function discard(page: Page, { child }: Walk): Promise<void> {
  await queryChild(page, child.idNumber)
  await expect(page.getByRole('heading', { level: 1, name: '核对学生和监护人' })).toBeVisible()
  await page.goto('/register')
  await page.getByRole('link', { name: '作废这份登记' }).click()
  await press(page, '作废这份登记')
  await expect(page.getByText('还没有登记的孩子')).toBeVisible()
}

async function deliveries(): Promise<string[]> {
  return withClient(appDatabaseUrl(), async (client) => (await client.query<{ status: string }>('SELECT status FROM deliveries')).rows.map((row) => row.status))
}

test('R-31 a submission is counted on every page at once, told in the inbox, and read when it is followed', async ({ page }) => {
  const { child } = await atConfirmation(page, 'deed-father')
  await expect(inMasthead(page)).toHaveCount(0)
  await afterReading(page)
  await press(page, '提交入学信息')
  await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
  await expect(inMasthead(page)).toHaveAccessibleName('消息 1 条未读')

  await page.goto('/')
  await expect(inPage(page)).toHaveAccessibleName('消息 1 条未读')
  await inPage(page).click()
  await expect(page.getByRole('heading', { level: 1, name: '消息' })).toBeVisible()
  const told = page.getByRole('listitem').filter({ hasText: '入学登记已提交' })
  await expect(told).toContainText('未读')
  await expect(told).toContainText(`${child.name}的登记已经提交，回执编号 3601232023-`)
  await expect(told).toContainText(/2023年8月\d+日 \d+:\d\d/)
  await page.reload()
  await expect(told).toContainText('未读')

  await told.getByRole('button', { name: '查看回执' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
  await expect(inMasthead(page)).toHaveCount(0)
  await page.goto('/register')
  await expect(inPage(page)).toHaveAccessibleName('消息')
  await inPage(page).click()
  await expect(page.getByRole('heading', { level: 1, name: '消息' })).toBeVisible()
  await expect(page.getByText('未读')).toHaveCount(0)
  await expect(page.getByRole('button', { name: '全部标为已读' })).toHaveCount(0)
})

test('the server sends what waits in the outbox; the demonstration to nobody’s phone', async ({ page }) => {
  const walk = family('deed-mother')
  await signIn(page, walk)
  await discard(page, walk)
  await expect.poll(deliveries, { timeout: 20_000 }).toEqual(['sent'])
})

test('an inbox belongs to whoever is signed in, and is empty before anything was told', async ({ page }) => {
  await page.goto('/register/messages')
  await expect(page).toHaveURL(/\/sign-in\?to=/)
  await signIn(page, family('deed-mother'), '/register/messages')
  await expect(page.getByText('还没有消息')).toBeVisible()
  await isSound(page, 'messages, none', '消息')
})

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('a message leads where it belongs, and all can be marked as read', async ({ page }) => {
    const walk = family('deed-father')
    await signIn(page, walk)
    await discard(page, walk)
    await discard(page, walk)
    await expect(inPage(page)).toHaveAccessibleName('消息 2 条未读')
    await inPage(page).click()
    await page.getByRole('button', { name: '查看我的孩子' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: '我的孩子' })).toBeVisible()
    await expect(inPage(page)).toHaveAccessibleName('消息 1 条未读')
    await inPage(page).click()
    await press(page, '全部标为已读')
    await expect(page.getByRole('heading', { level: 1, name: '消息' })).toBeVisible()
    await expect(page.getByText('未读')).toHaveCount(0)
  })
})
