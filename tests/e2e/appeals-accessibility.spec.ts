import { expect } from '@playwright/test'
import { atRecord, isSoundForAll, walkToHousehold } from './appeal-walk'
import { test } from './test'
import { chooseBasis, press } from './walk'

test.describe.configure({ timeout: 240_000 })

test('R-11 R-15 R-16 R-34 R-42 axe finds nothing on the forms of the other kinds, nor where one is closed', async ({ page }) => {
  await atRecord(page, 'single-parent')
  await page.getByRole('link', { name: '与实际情况不符' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '与实际情况不符' })).toBeVisible()
  await isSoundForAll(page, 'mismatch')
  await page.goto(page.url().replace(/appeals\/.*/, 'record'))
  await walkToHousehold(page)
  await isSoundForAll(page, 'household with two guardians')
  for (const [slug, heading] of [['single-parent', '删除一位监护人'], ['blended-family', '选择一位监护人'], ['no-valid-materials', '提供材料'], ['student-not-found', '入学登记']] as const) {
    await page.goto(page.url().replace(/household$|appeals\/.*/, `appeals/${slug}`))
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await isSoundForAll(page, slug)
  }
  await page.context().clearCookies()
  await atRecord(page, 'employment')
  await walkToHousehold(page)
  await press(page, '确认')
  await chooseBasis(page, '无有效材料')
  await page.getByRole('link', { name: '提供材料' }).click()
  await expect(page.getByRole('link', { name: /^务工/ })).toBeVisible()
  await isSoundForAll(page, 'three grounds')
  await page.getByRole('link', { name: /^务工/ }).click()
  await expect(page.getByLabel('工作单位')).toBeVisible()
  await isSoundForAll(page, 'employment')
  await page.goto(page.url().replace(/no-valid-materials.*/, 'grandparent-kinship'))
  await expect(page.getByLabel('老人的姓名')).toBeVisible()
  await isSoundForAll(page, 'kinship')
})
