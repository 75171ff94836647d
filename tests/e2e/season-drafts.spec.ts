import { readdirSync, readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { DESK, signedInAs } from './staff'
import { isSoundAtADesk } from './sound'
import { test } from './test'
import { press } from './walk'

const FOLDER = 'prisma/seasons/360123-2023'
/** A year of this test alone. */
const YEAR = 2031

/** The demonstration's season as that year's, with two rows that cannot be read: a category that asks for nothing hides all that come after it. */
function files() {
  return readdirSync(FOLDER).map((name) => {
    const text = readFileSync(`${FOLDER}/${name}`, 'utf8').replace('"year": 2023', `"year": ${YEAR}`).replaceAll(/2023(?=-08-\d\dT)/g, String(YEAR)).replace(',文峰路,,odd,', ',文峰路,,od,').replace('K4,4,第四类：购房合同,PURCHASE_CONTRACT', 'K4,4,第四类：购房合同,PURCHASE')
    return { name, mimeType: 'text/plain', buffer: Buffer.from(text) }
  })
}

test('R-51 a season from files: what the linter finds stands at its rows, is mended in place, with and without JavaScript', async ({ browser }) => {
  const context = await browser.newContext(DESK)
  const page = await context.newPage()
  await signedInAs(page, 'admin')
  await page.goto('/console/season')
  await page.getByLabel('文件，可以多选').setInputFiles(files())
  await press(page, '上传并起草')
  await expect(page.getByRole('heading', { level: 1, name: `${YEAR} 年招生方案草稿` })).toBeVisible()
  await expect(page.getByText('发现 7 处问题，改完才能发布。')).toBeVisible()
  await isSoundAtADesk(page, 'a draft')

  await page.getByRole('link', { name: '学区 catchment.csv 第 4 行' }).click()
  await expect(page.getByText('LJ-03：parity 里的「od」不认识，最接近的是「odd」')).toBeVisible()
  await isSoundAtADesk(page, 'a row that is open')
  await page.getByLabel('单双号', { exact: true }).selectOption('单号')
  await page.getByLabel('备注').fill('今年改过')
  await press(page, '保存这一行')
  await expect(page).toHaveURL(/row=4#row-4$/)
  await expect(page.getByRole('row', { name: /文峰路.*今年改过/ })).toHaveClass('is-current')
  await expect(page.getByText('parity 里的')).toHaveCount(0)
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await expect(page.getByRole('button', { name: '保存这一行' })).toBeVisible()
  expect(page.url()).toContain('edit=5')

  const plain = await browser.newContext({ ...DESK, javaScriptEnabled: false, storageState: await context.storageState() })
  const other = await plain.newPage()
  await other.goto(`${page.url().replace(/\/tables\/.*$/, '')}/tables/categories?only=findings`)
  await expect(other.getByText('K4 的 basis：不认识「PURCHASE」')).toBeVisible()
  await other.getByRole('link', { name: /^5 ?，改这一行/ }).click()
  await other.getByLabel('PURCHASE（不认识）').uncheck()
  await other.getByLabel('购房合同', { exact: true }).check()
  await other.getByRole('button', { name: '保存这一行' }).click()
  await expect(other.getByRole('row', { name: /第四类：购房合同/ })).toHaveClass('is-current')
  await other.getByRole('link', { name: '总览' }).click()
  await expect(other.getByText('没有发现问题。')).toBeVisible()
  await other.getByRole('link', { name: '放弃这份草稿' }).click()
  await other.getByRole('button', { name: '放弃', exact: true }).click()
  await expect(other.getByRole('heading', { level: 1, name: '招生方案' })).toBeVisible()
})
