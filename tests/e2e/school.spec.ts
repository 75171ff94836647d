import { readFile } from 'node:fs/promises'
import { expect, type Browser, type Page } from '@playwright/test'
import { readSheet } from 'read-excel-file/node'
import { withClient } from '../support/database'
import { family } from '../support/families'
import { appDatabaseUrl } from '../support/running-app'
import { isSound } from './sound'
import { DESK, signedInAs } from './staff'
import { test } from './test'
import { afterReading, atConfirmation, press } from './walk'

const SUBMITTED = family('deed-father')
const FILLING = family('separated-mother')
const AT_A_DESK = [1280, 768] as const

/** Two families of 逸夫小学: one is submitted, the other stands before 「提交入学信息」. */
async function families(browser: Browser): Promise<void> {
  const walkTo = async (walk: string, then: (page: Page) => Promise<void>) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await atConfirmation(page, walk)
    await then(page)
    await context.close()
  }
  await walkTo('deed-father', async (page) => {
    await expect(page.getByRole('heading', { name: '需要帮助' }).locator('..').getByRole('list').first()).toContainText('逸夫小学')
    await afterReading(page)
    await press(page, '提交入学信息')
    await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
    await expect(page.getByRole('heading', { name: '需要帮助' }).locator('..').getByRole('list').first()).toContainText('逸夫小学')
  })
  await walkTo('separated-mother', async () => undefined)
}

async function audited(staffId: string): Promise<Record<string, number>> {
  const { rows } = await withClient(appDatabaseUrl(), (client) => client.query<{ type: string; n: number }>(`SELECT type, count(*)::int AS n FROM audit_events WHERE actor_id = $1 GROUP BY type`, [staffId]))
  return Object.fromEntries(rows.map(({ type, n }) => [type, n]))
}

async function find(page: Page, text: string): Promise<void> {
  // The keys work once the page has its scripts.
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

test('R-49 a school clerk’s day: the phone rings, who it is, what to say; call them back, print, export', async ({ browser }) => {
  await families(browser)
  const context = await browser.newContext(DESK)
  const page = await context.newPage()
  const { staffId, username } = await signedInAs(page, 'school', { schoolCode: 'YF', name: '涂老师' })
  await page.goto('/school')
  await expect(page.getByText('查到 2 人')).toBeVisible()
  await expect(page.getByRole('link', { name: '逸夫小学招生咨询台' })).toBeVisible()

  await find(page, SUBMITTED.guardian.phone.slice(-4))
  await expect(page.getByText('查到 1 人')).toBeVisible()
  expect(page.url()).toMatch(/\/school\?q=[A-Za-z0-9_-]+$/)
  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: SUBMITTED.child.name })).toBeFocused()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('region', { name: SUBMITTED.child.name })
  await expect(panel).toContainText('学位预分配到本校。这是系统的预测，请以最终分配结果为准')
  await expect(panel).toContainText(`120****${SUBMITTED.guardian.phone.slice(-4)}`)

  await find(page, `${SUBMITTED.child.name.slice(0, -1)}乂`)
  await expect(page.getByText('没有完全一样的。写法相近的 1 人，先核对再说')).toBeVisible()
  await page.getByRole('link', { name: SUBMITTED.child.name }).click()
  await expect(panel).toContainText('回执编号')
  await expect(page.getByText('写法相近的 1 人')).toBeVisible()

  await find(page, '阳光花园')
  await expect(page.getByRole('link', { name: FILLING.child.name })).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  const other = page.getByRole('region', { name: FILLING.child.name })
  await expect(other).toContainText('都填好了，还没有提交')
  await expect(other).toContainText('8月24日 23:59 截止')
  await expect(other).toContainText('YF-05 行，阳光花园')
  await isSound(page, 'the look-up', '查询报名学生', AT_A_DESK)
  await other.getByText('显示完整手机号').click()
  await other.getByLabel('为什么要看，会留下记录').fill('家长要求下午回电')
  await other.getByRole('button', { name: '显示 5 分钟' }).click()
  await expect(other).toContainText(FILLING.guardian.phone)
  await expect(page.getByText('查到 1 人')).toBeVisible()

  await page.getByRole('link', { name: '清除筛选' }).click()
  await expect(page.getByText('查到 2 人')).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByRole('heading', { level: 1, name: '逸夫小学电话登记表' })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('row', { name: FILLING.child.name })).toContainText(`尾号 ${FILLING.guardian.phone.slice(-4)}`)
  await isSound(page, 'the call sheet', undefined, AT_A_DESK)

  await page.getByRole('link', { name: '按类别统计' }).click()
  await expect(page.getByText('学位 315 个')).toBeVisible()
  await isSound(page, 'the counts', '按类别统计', AT_A_DESK)
  await page.getByRole('row', { name: /YF-03/ }).getByRole('link').first().click()
  await expect(page.getByRole('link', { name: SUBMITTED.child.name })).toBeVisible()
  await expect(page.getByText('查到 1 人')).toBeVisible()

  await page.getByRole('link', { name: '清除筛选' }).click()
  await expect(page.getByText('查到 2 人')).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出表格' }).click()])
  expect(download.suggestedFilename()).toBe('applicants-YF-2023.xlsx')
  const [watermark, , ...rows] = await readSheet(await readFile(await download.path()))
  expect(String(watermark?.[0])).toContain(`逸夫小学报名学生 2 人　导出人：涂老师（${username}）`)
  expect(String(watermark?.[0])).toContain('仅限招生工作使用')
  expect(rows.map((row) => row[0]).toSorted()).toEqual([SUBMITTED.child.name, FILLING.child.name].toSorted())
  expect(await audited(staffId)).toEqual({ 'applications-searched': 3, 'applicant-opened': expect.any(Number), 'value-revealed': 1, 'call-sheet-printed': 3, 'school-list-exported': 3 })
  await context.close()
})

test('R-49 with JavaScript off: search, filter, open, and another school’s clerk finds nobody', async ({ browser }) => {
  await families(browser)
  const context = await browser.newContext({ ...DESK, javaScriptEnabled: false })
  const page = await context.newPage()
  await signedInAs(page, 'school', { schoolCode: 'YF' })
  await page.goto('/school')
  await page.getByLabel('姓名、小区、路、村，或家长手机后四位').fill(FILLING.child.name.slice(1))
  await page.getByLabel('状态').selectOption('filling')
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page.getByText('查到 1 人')).toBeVisible()
  await page.getByRole('link', { name: FILLING.child.name }).click()
  await expect(page.getByRole('region', { name: FILLING.child.name })).toContainText('家长来电可以这样说')
  const address = page.url()
  expect(decodeURIComponent(address)).not.toContain(FILLING.child.name.slice(1))

  const elsewhere = await browser.newContext(DESK)
  const other = await elsewhere.newPage()
  await signedInAs(other, 'school', { schoolCode: 'LJ' })
  await other.goto('/school')
  await expect(other.getByText('还没有学生')).toBeVisible()
  expect((await other.goto(address))?.status()).toBe(404)
  await signedInAs(other, 'reviewer')
  for (const path of ['/school', '/school/counts', '/school/call-sheet', address]) expect((await other.goto(path))?.status(), path).toBe(404)
  expect((await other.request.post('/api/staff/exports/school', { form: {}, headers: { origin: new URL(address).origin } })).status()).toBe(404)
  await context.close()
  await elsewhere.close()
})
