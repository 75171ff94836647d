import { expect, type Page } from '@playwright/test'
import { family } from '../support/families'
import { countyApproves } from './county'
import { afterReading, atBasis, press, queryChild, signIn, walkToBasis } from './walk'
import { test } from './test'

const BASIS = '无有效材料'
const HOME = '江西省南昌市安义县龙津镇京庄社区8号'

async function confirmApproved(page: Page, ground: string): Promise<void> {
  await page.reload()
  await expect(page.getByText('来源：区县审核确认')).toBeVisible()
  await expect(page.getByText(ground, { exact: true })).toBeVisible()
  await press(page, '确认，看学位预分配信息')
  await expect(page.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()
}

async function submit(page: Page): Promise<void> {
  await afterReading(page)
  await press(page, '提交入学信息')
  await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
}

for (const [walk, ground, word, category] of [
  ['residence-permit', 'RESIDENCE_PERMIT', '居住证', '第八类'],
  ['business', 'BUSINESS', '经商', '第九类'],
  ['employment', 'EMPLOYMENT', '务工', '第九类'],
] as const) {
  test(`R-42 R-45 ${walk}: explained, approved, the pre-allocation, fifteen seconds, receipt`, async ({ page }) => {
    await atBasis(page, walk, BASIS)
    for (const name of ['经商', '务工', '居住证']) await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: '近三个月工资表' })).toBeVisible()
    await expect(page.getByRole('link', { name: '提供材料' })).toHaveAttribute('href', /\/appeals\/no-valid-materials$/)
    await countyApproves('materials', ground, HOME)
    await confirmApproved(page, word)
    await expect(page.getByText(category).first()).toBeVisible()
    await expect(page.getByText(/并非最终结果/).first()).toBeVisible()
    await expect(page.getByText('居住地址').first()).toBeVisible()
    await expect(page.getByRole('button', { name: '提交入学信息' })).toHaveAttribute('aria-disabled', 'true')
    await submit(page)
    await expect(page.getByText(BASIS)).toBeVisible()
  })
}

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('R-45 what was approved is confirmed and submitted', async ({ page }) => {
    await atBasis(page, 'residence-permit', BASIS)
    await countyApproves('materials', 'RESIDENCE_PERMIT', HOME)
    await confirmApproved(page, '居住证')
    await submit(page)
  })
})

test('R-21 R-43 a family with urban housing is kept out by the card and by every address', async ({ page }) => {
  const { child, ...walk } = family('urban-home-no-materials')
  await signIn(page, walk)
  await queryChild(page, child.idNumber)
  await walkToBasis(page)
  await expect(page.getByText('家庭在城区有住宅，按规定不能用这种方式。')).toBeVisible()
  await expect(page.getByRole('radio', { name: new RegExp(`^${BASIS}`) })).toHaveCount(0)
  await page.goto(page.url().replace(/basis$/, 'no-materials'))
  await expect(page).toHaveURL(/\/basis$/)
})
