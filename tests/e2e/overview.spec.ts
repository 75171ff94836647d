import { expect, type Locator } from '@playwright/test'
import { test } from './test'
import { inventFamilies } from './database'
import { isSound } from './sound'
import { DESK, signedInAs } from './staff'

test.use(DESK)

const figure = async (page: Locator, name: string) => Number(await page.locator('.figures > div', { hasText: name }).locator('b').textContent())
/** The cells of a chart's table but for the heads, as numbers. */
async function figures(chart: Locator): Promise<number[][]> {
  const rows = await chart.locator('tbody tr').all()
  return Promise.all(rows.map(async (row) => (await row.locator('td').allTextContents()).map(Number)))
}

test('R-47 the county’s figures on one page: four at a glance, charts with their tables, nothing of it for others', async ({ page, browser }) => {
  await signedInAs(page, 'admin', { name: '邓琳' })
  await page.goto('/console/overview')
  await expect(page.getByText(/距采集截止还有/)).toBeVisible()
  expect(await figure(page.locator('main'), '已提交')).toBe(0)
  await isSound(page, 'overview, empty', '概览', [1280, 768])
  await inventFamilies(150)
  await page.reload()
  const submitted = await figure(page.locator('main'), '已提交')
  expect(submitted).toBeGreaterThan(50)
  const chart = (name: string) => page.getByRole('region', { name, exact: true })
  for (const summary of await page.getByText('看表格').all()) await summary.click()
  expect((await figures(chart('每天提交'))).reduce((sum, [count = 0]) => sum + count, 0)).toBe(submitted)
  expect((await figures(chart('预分配人数与学位'))).reduce((sum, row) => sum + (row.at(-1) ?? 0), 0)).toBe(submitted)
  expect((await figures(chart('待审核按类型'))).reduce((sum, [count = 0]) => sum + count, 0)).toBe(await figure(page.locator('main'), '待审核'))
  await isSound(page, 'overview with its tables open', '概览', [1280, 768])
  const other = await browser.newPage(DESK)
  await signedInAs(other, 'admin', { county: '360124' })
  await other.goto('/console/overview')
  expect(await figure(other.locator('main'), '已提交')).toBe(0)
  await signedInAs(other, 'school')
  expect((await other.goto('/console/overview'))?.status()).toBe(404)
  await other.close()
})
