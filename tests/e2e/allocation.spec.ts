import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { expect } from '@playwright/test'
import { onAppData } from '../support/app-program'
import { setSeasonClock } from '../support/clock'
import { appDatabaseUrl } from '../support/running-app'
import { test } from './test'
import { isSound } from './sound'
import { DESK, signedInAs } from './staff'

test.use(DESK)
test.afterEach(() => setSeasonClock(appDatabaseUrl(), '2023-08-16 09:00:00.000'))

test('R-50 after the close: two trials side by side, proposed by one administrator, published by another', async ({ page, browser }) => {
  await onAppData('tests/support/submitted-families.ts')
  await signedInAs(page, 'admin', { name: '邓琳' })
  await page.goto('/console/allocation')
  await expect(page.getByText('采集还没有截止，截止以后才能试排和公布。')).toBeVisible()
  await setSeasonClock(appDatabaseUrl(), '2023-08-26 10:00:00.000')
  await page.reload()
  await page.getByRole('button', { name: '试排一次' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '第 1 次试排' })).toBeVisible()
  await page.getByRole('link', { name: '回到录取' }).click()
  await page.getByLabel('种子').fill('短')
  await page.getByRole('button', { name: '试排一次' }).click()
  await expect(page.getByRole('alert').first()).toContainText('种子要 6 到 100 个字')
  await page.getByLabel('种子').fill('公开摇号 05 11 17 23')
  await page.getByRole('button', { name: '试排一次' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '第 2 次试排' })).toBeVisible()
  await isSound(page, 'a run', '第 2 次试排', [1280, 768])
  await page.locator('select[name="outcome"]').selectOption('admitted')
  await expect(page.getByText('这一页 4 人')).toBeVisible()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载运算包' }).click()
  expect(Object.keys(unzipSync(new Uint8Array(readFileSync(await (await downloading).path()))))).toContain('decisions.jsonl')

  await page.goto('/console/allocation')
  await isSound(page, 'the allocation', '录取', [1280, 768])
  await page.getByRole('button', { name: '对比' }).click()
  await expect(page.getByText('登记和方案相同，种子不同')).toBeVisible()
  await expect(page.getByText('没有人的结果不同')).toBeVisible()
  await isSound(page, 'two runs', '第 1 次和第 2 次', [1280, 768])
  const compared = page.url()

  await page.goto('/console/allocation')
  await page.getByRole('link', { name: '第 2 次' }).click()
  await page.getByRole('button', { name: '提请公布这一次' }).click()
  await expect(page.getByText('已提请公布，等另一位管理员决定。')).toBeVisible()
  await expect(page.getByRole('button', { name: '同意公布' })).toHaveCount(0)
  const run = page.url()

  const other = await browser.newPage({ ...DESK, javaScriptEnabled: false })
  await signedInAs(other, 'admin', { name: '熊伟' })
  await other.goto(run)
  await other.getByRole('button', { name: '同意公布' }).click()
  await expect(other.getByText('邓琳提请，熊伟同意。')).toBeVisible()
  await other.goto('/console/allocation')
  await expect(other.getByText('已公布', { exact: true })).toBeVisible()
  await expect(other.getByText('录取结果已经公布，不能再试排或再公布。')).toBeVisible()

  await signedInAs(other, 'admin', { county: '360124' })
  for (const address of [compared, run]) expect((await other.goto(address))?.status()).toBe(404)
  await other.close()
})
