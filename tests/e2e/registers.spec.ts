import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { onAppData } from '../support/app-program'
import { ofThisWorker } from '../support/running-app'
import { isSound } from './sound'
import { DESK, signedInAs } from './staff'
import { test } from './test'

test.use(DESK)

const HEADER = 'id_number,name,household_number,household_address,head_id_number,registered_on'
/** The family's father, with another day of registration: nothing that another walk asks for. */
const FATHER = '360199198709172017,车远道,3601990201,江西省南昌市安义县龙津镇教育北路58号,360199198709172017,2008-01-01'
const reported = z.object({ child: z.string(), token: z.string(), applicationId: z.string(), caseId: z.string() })

async function tryFile(page: Page, kind: string, lines: readonly string[]) {
  await page.getByLabel('导入什么').selectOption({ label: kind })
  await page.getByLabel('文件', { exact: true }).setInputFiles({ name: 'file.csv', mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) })
  await page.getByRole('button', { name: '试导入，先不写入' }).click()
}

/** What a press downloads, as text. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return readFile(await download.path(), 'utf8')
}

test('R-13 R-51 an administrator tries a file with a bad line, imports the mended one, asks the police, and their answer reaches reviewer and family', async ({ page, context }) => {
  const { child, token, applicationId, caseId } = reported.parse(await onAppData('tests/support/reported-family.ts'))
  await signedInAs(page, 'admin', { name: '邓琳' })
  await page.goto('/console/registers')
  await isSound(page, 'registers', '登记数据', [1280, 768])

  await tryFile(page, '户籍', [HEADER, FATHER, 'nobody,某,,,,'])
  await isSound(page, 'a bad file', '试导入：户籍', [1280])
  await expect(page.getByRole('row', { name: /3 id_number：身份证号不是 18 位/ })).toBeVisible()
  expect(await downloaded(page, () => page.getByRole('link', { name: '下载不合格的行' }).click())).toContain('"3","id_number：身份证号不是 18 位"')
  await page.getByRole('link', { name: '重新试导入' }).click()

  await tryFile(page, '户籍', [HEADER, FATHER])
  await isSound(page, 'a good file', '试导入：户籍', [768])
  await expect(page.getByText('填写中', { exact: true }).locator('..')).toContainText('1 份登记')
  await expect(page.getByText('要由另一位管理员同意才导入')).toBeVisible()
  await expect(page.getByRole('button', { name: '同意并导入' })).toHaveCount(0)

  await signedInAs(page, 'admin', { name: '万同意' })
  await page.goto('/console/registers')
  await page.getByRole('row', { name: /等您同意/ }).getByRole('link', { name: '户籍' }).click()
  await expect(page.getByText('邓琳试导入的')).toBeVisible()
  await page.getByRole('button', { name: '同意并导入' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已导入' })).toBeVisible()
  await expect(page.getByRole('cell', { name: '邓琳，万同意同意' })).toBeVisible()

  await page.getByLabel('部门', { exact: true }).selectOption({ label: '公安：1 件申诉待核实' })
  await page.getByLabel('文件格式').first().selectOption({ label: '.csv 文本' })
  await page.getByLabel('用途').last().fill('请公安核对出生登记')
  const sheet = await downloaded(page, () => page.getByRole('button', { name: '导出', exact: true }).click())
  expect(sheet).toContain(child)
  const [number] = /360123-2023-\d{5}/.exec(sheet) ?? []

  await page.goto('/console/registers')
  await tryFile(page, '部门答复', ['核实编号,核实结果,备注', `${number},登记已更正,已补录出生登记`])
  await page.getByRole('button', { name: '导入这些答复' }).click()
  await expect(page.getByRole('row', { name: /公安.*1 \/ 1/ })).toBeVisible()
  await page.goto(`/console/applications/${applicationId}`)
  await expect(page.getByText('备注：已补录出生登记')).toBeVisible()

  await signedInAs(page, 'reviewer')
  await page.goto(`/console/cases/${caseId}`)
  await expect(page.getByRole('region', { name: '部门核实' })).toContainText('登记已更正')
  await isSound(page, 'a case with an answer', undefined, [1280])
  await context.addCookies([{ name: 'ruxue-guardian', value: token, url: `http://localhost:${ofThisWorker('APP_PORTS')}` }])
  await page.goto('/register/messages')
  await expect(page.getByText('部门已核实')).toBeVisible()
})
