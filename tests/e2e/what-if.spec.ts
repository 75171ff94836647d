import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { onAppData } from '../support/app-program'
import { isSound, isSoundAtADesk } from './sound'
import { DESK, signedInAs } from './staff'
import { test } from './test'

test.use(DESK)

const TITLE = '2023 年招生方案草稿'
const figure = (page: Page, name: string) => page.locator('.figures > div', { hasText: name }).locator('b')

test('R-51 a draft is tried before it is published: what it changes, where addresses lie, and whose school it would be', async ({ page, browser }) => {
  const draft = `/console/season/drafts/${String(await onAppData('tests/support/plant-draft.ts'))}`
  await signedInAs(page, 'admin', { name: '邓琳' })

  await page.goto(`${draft}/changes`)
  await expect(page.getByText('和已发布的 2023 年第 1 版相比')).toBeVisible()
  await expect(page.getByRole('row', { name: /修改 YF-03/ })).toContainText('YF → SX')
  await expect(page.getByRole('row', { name: /删除 YF-05/ })).toBeVisible()
  await isSound(page, 'changes of a draft', TITLE, [1280])

  await page.getByRole('link', { name: '去试算' }).click()
  await page.getByRole('checkbox', { name: /还没提交/ }).check()
  await page.getByRole('button', { name: '开始试算' }).click()
  await expect(figure(page, '失去学校')).toHaveText('1', { timeout: 20_000 })
  await page.getByText('看表格').click()
  await expect(page.getByRole('row', { name: /逸夫小学/ }).first()).toContainText('→')
  await isSoundAtADesk(page, 'what a draft comes to', TITLE)
  await page.getByRole('combobox', { name: '变化' }).selectOption('lost')
  await expect(page).toHaveURL(/kind=lost/)
  await expect(page.locator('table[data-rows] tbody tr')).toHaveCount(1)
  await page.locator('table[data-rows] a').first().click()
  await expect(page).toHaveURL(/\/console\/applications\//)

  // As an officer has it whose browser runs no scripts.
  const plain = await browser.newContext({ ...DESK, javaScriptEnabled: false, storageState: await page.context().storageState() })
  const paper = await plain.newPage()
  await paper.goto(`${draft}/addresses`)
  await paper.getByRole('textbox', { name: '地址' }).fill('安义县龙津镇文峰路2号\n龙津镇文峰路11号\n看不懂的地方')
  await paper.getByRole('button', { name: '试一试' }).click()
  await expect(paper.getByRole('row', { name: /文峰路2号/ })).toContainText('安义三小')
  await expect(paper.getByRole('row', { name: /文峰路2号/ })).toContainText('学校变了')
  const [file] = await Promise.all([paper.waitForEvent('download'), paper.getByRole('button', { name: '导出 .csv' }).click()])
  expect(await readFile(await file.path(), 'utf8')).toContain('"安义县龙津镇文峰路2号","安义三小"')
  await paper.getByLabel('名单', { exact: true }).setInputFiles({ name: '名单.txt', mimeType: 'text/plain', buffer: Buffer.from('龙津镇文峰路4号\n') })
  const [answer] = await Promise.all([paper.waitForEvent('download'), paper.getByRole('button', { name: '对照并下载 .xlsx' }).click()])
  expect(answer.suggestedFilename()).toMatch(/^addresses-2023-r\d+\.xlsx$/)
  await plain.close()

  await page.goto(`${draft}/addresses`)
  await page.getByRole('textbox', { name: '地址' }).fill('龙津镇文峰路2号')
  await page.getByRole('button', { name: '试一试' }).click()
  await expect(page.getByRole('row', { name: /文峰路2号/ })).toBeVisible()
  await isSound(page, 'addresses by a draft', TITLE, [768])
})
