import { expect } from '@playwright/test'
import { z } from 'zod'
import { onAppData } from '../support/app-program'
import { DESK, signedInAs } from './staff'
import { test } from './test'
test.use({ ...DESK, viewport: { width: 1440, height: 900 } })
test.setTimeout(120000)
test('look', async ({ page }) => {
  const { applicationId, caseId } = z.object({ applicationId: z.string(), caseId: z.string() }).parse(JSON.parse(await onAppData('tests/support/reported-family.ts')))
  await signedInAs(page, 'admin', { name: '邓琳' })
  await page.goto('/console/registers')
  await page.screenshot({ path: '/tmp/reg-1.png', fullPage: true })
  const tryFile = async (kind: string, text: string) => {
    await page.goto('/console/registers')
    await page.getByLabel('导入什么').selectOption({ label: kind })
    await page.getByLabel('文件', { exact: true }).setInputFiles({ name: 'file.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: '试导入，先不写入' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /试导入/ })).toBeVisible()
  }
  await tryFile('户籍', 'id_number,name,household_number,household_address,head_id_number,registered_on\nnobody,某,,,,\n360199198709172018,某,,,,2017-13-01\n')
  await page.screenshot({ path: '/tmp/reg-2.png', fullPage: true })
  await tryFile('户籍', 'id_number,name,household_number,household_address,head_id_number,registered_on\n360199198709172017,车远道,3601990201,江西省南昌市安义县龙津镇教育北路58号,360199198709172017,2008-01-01\n')
  await page.screenshot({ path: '/tmp/reg-3.png', fullPage: true })
  await page.goto('/console/registers')
  await page.getByLabel('用途').last().fill('请公安核对出生登记')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出', exact: true }).click()])
  await download.saveAs('/tmp/inq.xlsx')
  await tryFile('部门答复', '核实编号,核实结果,备注\n360123-2023-00001,登记已更正,已补录出生登记\n')
  await page.screenshot({ path: '/tmp/reg-4.png', fullPage: true })
  await page.getByRole('button', { name: '导入这些答复' }).click()
  await expect(page.getByText('已导入部门答复')).toBeVisible()
  await page.screenshot({ path: '/tmp/reg-5.png', fullPage: true })
  await page.setViewportSize({ width: 768, height: 900 })
  await page.screenshot({ path: '/tmp/reg-6.png', fullPage: true })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`/console/applications/${applicationId}`)
  await page.screenshot({ path: '/tmp/reg-7.png', fullPage: true })
  await signedInAs(page, 'reviewer')
  await page.goto(`/console/cases/${caseId}`)
  await page.screenshot({ path: '/tmp/reg-8.png' })
})
