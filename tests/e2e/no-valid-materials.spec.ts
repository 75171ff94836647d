import { expect, type Page } from '@playwright/test'
import { family } from '../support/families'
import { approved } from './appeal-walk'
import { afterReading, atBasis, press, queryChild, signIn, walkToBasis } from './walk'
import { isSound } from './sound'
import { test } from './test'

test.describe.configure({ timeout: 150_000 })

const BASIS = '无有效材料'
const HOME = '江西省南昌市安义县龙津镇京庄社区8号'

/** From the step to the form of the ground, its papers, the county's approval and back. */
async function giveMaterials(page: Page, ground: string, evidence: string): Promise<void> {
  await page.getByRole('link', { name: '提供材料' }).click()
  await page.getByRole('link', { name: new RegExp(`^${ground}`) }).click()
  await approved(page, { 现在住在哪里: HOME, [evidence]: '照着证件填写' })
  await page.getByRole('link', { name: '接着办理' }).click()
}

async function confirmApproved(page: Page, ground: string): Promise<void> {
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

for (const [walk, ground, evidence, category] of [
  ['residence-permit', '居住证', '居住证编号', '第八类'],
  ['business', '经商', '企业或个体工商户名称', '第九类'],
  ['employment', '务工', '工作单位', '第九类'],
] as const) {
  test(`R-42 R-44 R-45 ${walk}: explained, approved, the pre-allocation, fifteen seconds, receipt`, async ({ page }) => {
    await atBasis(page, walk, BASIS)
    for (const name of ['经商', '务工', '居住证']) await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: '近三个月工资表' })).toBeVisible()
    if (walk === 'residence-permit') await isSound(page, 'no valid materials')
    await giveMaterials(page, ground, evidence)
    await isSound(page, 'materials approved')
    await confirmApproved(page, ground)
    await isSound(page, 'confirmation of no valid materials')
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

  test('R-42 R-45 papers, approval, pre-allocation, receipt', async ({ page }) => {
    await atBasis(page, 'residence-permit', BASIS)
    await giveMaterials(page, '居住证', '居住证编号')
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
