import { expect } from '@playwright/test'
import { withClient } from '../support/database'
import { appDatabaseUrl } from '../support/running-app'
import { inventFamilies } from './database'
import { isSound } from './sound'
import { DESK, signedInAs } from './staff'
import { test } from './test'

test.use(DESK)

test('R-47 the auditor searches the log by act, person and family, opens a line, and is in the log for it', async ({ page }) => {
  await inventFamilies(30)
  await signedInAs(page, 'auditor', { name: '严正' })
  await page.goto('/console/audit')
  await isSound(page, 'audit', '审计', [1280, 768])
  await page.getByLabel('操作').selectOption({ label: '提交登记' })
  await page.getByRole('button', { name: '筛选' }).click()
  await expect(page).toHaveURL(/type=application-submitted/)
  const receipt = await page.locator('table[data-rows] tbody tr').first().locator('td').nth(3).textContent()
  // What is typed is posted, and what stands in the address afterwards is nobody's number.
  await page.getByLabel('哪个家庭').fill(receipt ?? '')
  await page.getByRole('button', { name: '查找' }).click()
  await expect(page).toHaveURL(/family=[0-9a-f-]{36}/)
  expect(page.url()).not.toContain(receipt ?? '')
  await expect(page.locator('table[data-rows] tbody tr')).toHaveCount(1)
  await page.locator('table[data-rows] tbody tr').first().getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: '提交登记' })).toBeVisible()
  await expect(page.getByText(receipt ?? '').last()).toBeVisible()
  await isSound(page, 'an audit event', '提交登记', [1280, 768])
  await page.goto('/console/audit?type=audit-searched')
  await expect(page.locator('table[data-rows] tbody tr')).toHaveCount(2)
  await page.getByLabel('谁做的').fill('nobody-of-this-county')
  await page.getByRole('button', { name: '查找' }).click()
  await expect(page.getByText('本县没有这个用户名，也没有这个身份证号的家长。')).toBeVisible()
  // Another county's auditor finds none of it, by whatever address.
  const [event] = await withClient(appDatabaseUrl(), async (client) => (await client.query<{ id: string }>(`SELECT id FROM audit_events WHERE type = 'application-submitted' LIMIT 1`)).rows)
  await signedInAs(page, 'auditor', { county: '360124' })
  expect((await page.goto(`/console/audit/${event?.id}`))?.status()).toBe(404)
  await page.goto('/console/audit?type=application-submitted')
  await expect(page.getByText('没有这样的记录')).toBeVisible()
})
