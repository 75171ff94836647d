import { expect } from '@playwright/test'
import { z } from 'zod'
import { onAppData } from '../support/app-program'
import { setSeasonClock } from '../support/clock'
import { family } from '../support/families'
import { appDatabaseUrl } from '../support/running-app'
import { isSound } from './sound'
import { DESK, signedInAs } from './staff'
import { test } from './test'
import { press, signIn } from './walk'

const planted = z.object({ runId: z.string(), told: z.string(), twin: z.string() })

async function plant() {
  await setSeasonClock(appDatabaseUrl(), '2023-08-29 09:00:00.000')
  return planted.parse(await onAppData('tests/support/plant-objections.ts'))
}

test.afterEach(() => setSeasonClock(appDatabaseUrl(), '2023-08-16 09:00:00.000'))

test('R-50 a family objects, a reviewer answers from the queue by keyboard, an administrator approves, the family reads its new school; axe', async ({ page, browser }) => {
  test.setTimeout(90_000)
  const { told } = await plant()
  await signIn(page, family('deed-father'), `/register/${told}/objection`)
  await press(page, '提交异议')
  await expect(page.getByText('没有选择哪里不对')).toBeVisible()
  await page.getByRole('radio', { name: /^学区不对/ }).check()
  await page.getByLabel('写清楚哪里不对、为什么').fill('文峰路的门牌，应当属于龙津小学的学区。')
  await isSound(page, 'the objection’s form', '对录取结果的异议')
  await press(page, '提交异议')
  await expect(page.getByText('等待答复')).toBeVisible()
  await isSound(page, 'an objection that waits', '对录取结果的异议')

  const desk = await browser.newPage(DESK)
  await signedInAs(desk, 'reviewer')
  await desk.goto('/console/cases?kind=OBJECTION', { waitUntil: 'networkidle' })
  await desk.keyboard.press('n')
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(/程一诺.*结果异议/)
  await expect(desk.getByText('文峰路的门牌，应当属于龙津小学的学区。')).toBeVisible()
  await desk.waitForLoadState('networkidle')
  await desk.keyboard.press('d')
  await expect(desk.getByLabel('安排到')).toBeFocused()
  await desk.keyboard.press('ArrowDown')
  await desk.getByLabel('原因（家长会看到）').focus()
  await desk.keyboard.type('门牌核对过，应当在龙津小学')
  await isSound(desk, 'an objection in hand', undefined, [1280, 768])
  await desk.keyboard.press('Control+Enter')
  await desk.waitForURL(/done=last/)

  await signedInAs(desk, 'admin', { name: '孟主任' })
  await desk.goto('/console/allocation/by-hand')
  await expect(desk.getByText('逸夫小学 → 龙津小学')).toBeVisible()
  await isSound(desk, 'what waits for approval', undefined, [1280, 768])
  await press(desk, '通过')
  await expect(desk.getByText(/^已通过/)).toBeVisible()
  await desk.close()

  await page.goto('/register/messages')
  await page.getByRole('button', { name: '查看答复和新的学校' }).click()
  await expect(page.getByText('已答复：结果已更改')).toBeVisible()
  await expect(page.getByText('门牌核对过，应当在龙津小学')).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: /^龙津小学$/ })).toBeVisible()
  await isSound(page, 'the answer')
  await page.goto(`/register/${told}/result`)
  await expect(page.getByText('门牌核对过，应当在龙津小学')).toBeVisible()
  await expect(page.getByRole('link', { name: '查看异议' })).toBeVisible()
  // After the close the receipt offers no other registration.
  await page.goto(`/register/${told}/done`)
  await expect(page.getByRole('button', { name: '保存或打印回执' })).toBeVisible()
  await expect(page.getByRole('link', { name: '添加多个学生/多胞胎' })).toHaveCount(0)
})

test('R-50 without script: a faulty form gives back what was written, the objection is sent and taken back; another family finds no such page', async ({ browser }) => {
  const { told } = await plant()
  const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  await signIn(page, family('deed-father'), `/register/${told}/objection`)
  await page.getByLabel('写清楚哪里不对、为什么').fill('房产在文峰路，请核对')
  await press(page, '提交异议')
  await expect(page.getByText('没有选择哪里不对')).toBeVisible()
  await expect(page.getByLabel('写清楚哪里不对、为什么')).toHaveValue('房产在文峰路，请核对')
  await page.getByRole('radio', { name: /^学区不对/ }).check()
  await press(page, '提交异议')
  await expect(page.getByText('等待答复')).toBeVisible()
  await page.getByText('撤回异议').first().click()
  await press(page, '撤回异议')
  await expect(page.getByRole('button', { name: '提交异议' })).toBeVisible()
  await signIn(page, family('twin-first'), '/register')
  expect((await page.goto(`/register/${told}/objection`))?.status()).toBe(404)
  await page.close()
})

test('R-50 one of twins is given the seat that was held for them, beside the run; the other reads where the sibling is; axe', async ({ page, browser }) => {
  const { twin } = await plant()
  await page.close()
  const desk = await browser.newPage(DESK)
  await signedInAs(desk, 'reviewer')
  await desk.goto('/console/allocation/by-hand')
  await desk.getByRole('link', { name: '成大木' }).click()
  await expect(desk.getByRole('heading', { name: '成大木' })).toBeVisible()
  await expect(desk).toHaveURL(new RegExp(`child=${twin}`))
  await expect(desk.getByRole('link', { name: '成小林：待人工安排' })).toBeVisible()
  await desk.getByLabel('安排到').selectOption('SY')
  await desk.getByLabel('原因（家长会看到）').fill('两个孩子一起到实验学校')
  await press(desk, '提出，请另一位工作人员复核')
  await expect(desk.getByText(/学位已满/).first()).toBeVisible()
  await expect(desk.getByLabel('原因（家长会看到）')).toHaveValue('两个孩子一起到实验学校')
  await isSound(desk, 'a child by hand', undefined, [1280, 768])
  await desk.getByLabel('超出学位也安排').check()
  await press(desk, '提出，请另一位工作人员复核')
  await expect(desk.getByText(/^已提出/)).toBeVisible()
  await expect(desk.getByText('您提出的，要由另一位工作人员复核。')).toBeVisible()
  await desk.close()
})
