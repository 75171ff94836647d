import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { withClient } from '../support/database'
import { onAppData } from '../support/app-program'
import { appDatabaseUrl } from '../support/running-app'
import { DESK, signedInAs } from './staff'
import { test } from './test'

test.use(DESK)

const QUEUE = '/console/cases'

/** Three families, the first of them with so many cases more. */
async function aQueue(more: number): Promise<void> {
  await onAppData('tests/support/plant-cases.ts', String(more))
}

const rows = (page: Page) => page.locator('tbody tr')
const searches = (staffId: string) => withClient(appDatabaseUrl(), async (client) => Number((await client.query(`SELECT count(*) FROM audit_events WHERE type = 'applications-searched' AND actor_id = $1`, [staffId])).rows[0]?.count))
const claimed = (staffId: string) => withClient(appDatabaseUrl(), async (client) => Number((await client.query('SELECT count(*) FROM review_cases WHERE claimed_by_id = $1 AND claimed_until > clock_timestamp()', [staffId])).rows[0]?.count))

test('R-47 R-48 the queue by keyboard alone: down, up, open, claim, put back, search', async ({ page }) => {
  await aQueue(5)
  const { staffId } = await signedInAs(page, 'reviewer')
  await page.goto(QUEUE, { waitUntil: 'networkidle' })
  await expect(rows(page)).toHaveCount(8)
  const links = rows(page).getByRole('link')
  await page.keyboard.press('j')
  await expect(links.nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(links.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/console\/cases\/[0-9a-f-]{36}$/)
  await page.goto(QUEUE, { waitUntil: 'networkidle' })
  await page.keyboard.press('n')
  await page.waitForURL(/\/console\/cases\/[0-9a-f-]{36}$/)
  expect(await claimed(staffId)).toBe(1)
  await page.goto(QUEUE, { waitUntil: 'networkidle' })
  // A key that is typed into a field is a letter.
  await page.getByRole('textbox', { name: '姓名' }).pressSequentially('nju')
  expect(await claimed(staffId)).toBe(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('u')
  await expect(page.getByRole('button', { name: '放回' })).toHaveCount(0)
  expect(await claimed(staffId)).toBe(0)
  const { search } = new URL(page.url())
  await page.keyboard.press('/')
  await expect(page.getByLabel('状态')).toBeFocused()
  // Arrows pass by what is not wanted; Enter narrows, Esc leaves everything as it was.
  for (let time = 0; time < 3; time++) await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('状态')).toHaveValue('closed')
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('状态')).toHaveValue('open')
  expect(new URL(page.url()).search).toBe(search)
  await page.keyboard.press('/')
  for (let time = 0; time < 3; time++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/status=closed/)
  // An address that was cut off on its way is no case.
  expect((await page.goto(`${QUEUE}/0195`))?.status()).toBe(404)
  await page.getByRole('link', { name: '回到工作台' }).click()
  await page.waitForURL(/\/console\/cases$/)
  await page.goto(QUEUE, { waitUntil: 'networkidle' })
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '全部快捷键' })).toBeVisible()
  await page.keyboard.press('n')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await claimed(staffId)).toBe(0)
})

test('R-48 the filters are the address, a name stands in it sealed and on the record, and a page follows a page', async ({ page }) => {
  await aQueue(55)
  const { staffId } = await signedInAs(page, 'reviewer')
  await page.goto(QUEUE)
  await expect(page.getByText('这一页 50 件，共 58 件')).toBeVisible()
  await page.getByRole('link', { name: '下一页' }).click()
  await expect(page.getByText('这一页 8 件，共 58 件')).toBeVisible()
  await page.getByRole('link', { name: '清除筛选' }).click()
  await page.waitForURL(/\/console\/cases$/)
  await page.getByLabel('依据').selectOption('务工')
  await page.waitForURL(/[?&]ground=EMPLOYMENT(&|$)/)
  await expect(rows(page)).toHaveCount(1)
  await page.reload()
  await expect(page.getByLabel('依据')).toHaveValue('EMPLOYMENT')
  await page.goto(QUEUE)
  await page.getByRole('textbox', { name: '姓名' }).fill('朝露')
  await page.getByRole('textbox', { name: '姓名' }).press('Enter')
  await page.waitForURL(/[?&]search=/)
  expect(decodeURIComponent(page.url())).not.toContain('朝露')
  expect(await searches(staffId)).toBe(1)
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).getByRole('link')).toHaveText('卫朝露')
  await page.getByLabel('类型').selectOption('单亲家庭')
  await expect(page.getByText('按现在的筛选，没有申诉。')).toBeVisible()
  await page.getByRole('button', { name: '领取下一件' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '没有可以领取的了' })).toBeVisible()
})

test('R-47 with JavaScript off an administrator filters, and gives a case to a reviewer', async ({ browser }) => {
  await aQueue(0)
  const context = await browser.newContext({ ...DESK, javaScriptEnabled: false })
  const page = await context.newPage()
  const { staffId } = await signedInAs(page, 'reviewer', { name: '龚审核' })
  await signedInAs(page, 'admin', { name: '程管理' })
  await page.goto(QUEUE)
  await expect(page.getByRole('button', { name: '领取下一件' })).toHaveCount(0)
  await page.getByLabel('依据').selectOption('经商')
  await page.getByRole('button', { name: '筛选', exact: true }).click()
  await expect(rows(page)).toHaveCount(1)
  await page.getByLabel('改派给').selectOption(staffId)
  await page.getByRole('button', { name: '改派' }).click()
  await expect(rows(page)).toContainText('审核中')
  expect(await claimed(staffId)).toBe(1)
  await expect(page).toHaveURL(/ground=BUSINESS/)
  await context.close()
})

for (const width of [1280, 768]) {
  test(`R-48 the queue is sound at ${width}, and its keys too`, async ({ page }) => {
    await aQueue(3)
    await page.setViewportSize({ width, height: 800 })
    await signedInAs(page, 'reviewer')
    await page.goto(QUEUE, { waitUntil: 'networkidle' })
    for (const state of ['queue', 'keys'] as const) {
      if (state === 'keys') await page.keyboard.press('?')
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`), state).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  })
}
