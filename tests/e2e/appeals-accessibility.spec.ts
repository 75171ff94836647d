import { expect, type Page } from '@playwright/test'
import { family } from '../support/families'
import { atRecord, bringEverything, decide, fill, save, sendOff, TYPED, walkToHousehold } from './appeal-walk'
import { fits, isSound } from './sound'
import { test } from './test'
import { chooseBasis, press, signIn } from './walk'

/** The page as it stands, and once more in 大字版, to which it changes without leaving: other sizes and colours of the same elements. */
async function isSoundForAll(page: Page, what: string): Promise<void> {
  const html = page.locator('html')
  await isSound(page, what)
  await press(page, '大字版')
  await expect(html).toHaveAttribute('data-elder', '')
  await fits(page, `${what} in 大字版`, 320)
  await isSound(page, `${what} in 大字版`, undefined, [390])
  await press(page, '标准版')
  await expect(html).not.toHaveAttribute('data-elder')
}

test.describe.configure({ timeout: 240_000 })

test('R-18 axe finds nothing on an appeal in any of its states', async ({ page }) => {
  await atRecord(page, 'child-not-on-record')
  await page.getByRole('link', { name: '入学登记' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '入学登记' })).toBeVisible()
  await isSoundForAll(page, 'form')
  await press(page, '保存，下一步上传材料')
  await expect(page.locator('#errors')).toBeVisible()
  await isSound(page, 'form with errors')
  await fill(page, TYPED.notFound)
  await save(page)
  await isSoundForAll(page, 'draft')
  await page.getByLabel(/都是真的/).check()
  await press(page, '提交审核')
  await expect(page.locator('#errors')).toBeVisible()
  await isSoundForAll(page, 'papers missing')
  await bringEverything(page)
  await sendOff(page)
  for (const fold of await page.locator('summary').all()) await fold.click()
  await isSound(page, 'waiting, all folds open')
  await isSoundForAll(page, 'waiting')
  await decide(page, 'refuse', '户口本学生页拍得不清楚，请在亮的地方重拍')
  await isSoundForAll(page, 'refused')
  await sendOff(page, '修改后再次提交')
  await decide(page, 'approve')
  await isSoundForAll(page, 'approved')
})

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

test('R-11 axe finds nothing where the record does not name the reader, nor where its guardians are told', async ({ page }) => {
  await atRecord(page, 'record-wrong-mother')
  await page.getByRole('link', { name: '与实际情况不符' }).click()
  await fill(page, TYPED.unnamed)
  await save(page)
  await isSoundForAll(page, 'draft of somebody not named')
  await bringEverything(page)
  await sendOff(page)
  await page.context().clearCookies()
  await signIn(page, family('record-wrong-father'))
  await expect(page.getByText(/有人申请变更孩子的监护人登记/)).toBeVisible()
  await isSoundForAll(page, 'children, told')
})
