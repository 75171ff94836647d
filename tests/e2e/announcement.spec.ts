import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { noticeFragment } from '@/lib/domain/notice-number'
import { family } from '../support/families'
import { announcedFamilies } from './announced'
import { isSound } from './sound'
import { DESK, signedInAs } from './staff'
import { test } from './test'
import { press, signIn } from './walk'

test('R-50 a family reads its school, why, and what to do next, downloads the notice, and whoever scans it sees that it counts', async ({ page, browser }) => {
  const { admitted, untold } = await announcedFamilies()
  await signIn(page, family('deed-father'))
  await page.getByRole('link', { name: '查看录取结果' }).click()
  await isSound(page, 'the result', '录取结果')
  await expect(page.getByText('逸夫小学', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('抽到了您的孩子')).toBeVisible()
  await page.getByText('想核对抽签的，看这里').click()
  await expect(page.getByText('安义县2023年公开抽签')).toBeVisible()
  await expect(page.getByRole('link', { name: '提出异议' })).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载录取通知书' }).click()])
  expect(download.suggestedFilename()).toBe('admission-notice.pdf')
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-')
  for (const address of [`/register/${untold.applicationId}/result`, `/api/admissions/${untold.applicationId}`]) expect((await page.request.get(address)).status()).toBe(404)

  await page.goto(`/verify#${noticeFragment(admitted)}`)
  await expect(page.getByRole('heading', { name: '逸夫小学' })).toBeVisible()
  await expect(page.getByText('有效', { exact: true })).toBeVisible()
  expect(new URL(page.url()).hash).toBe('')
  await isSound(page, 'a notice that counts', '查验录取通知书')

  const context = await browser.newContext({ javaScriptEnabled: false })
  const plain = await context.newPage()
  await plain.goto('/verify')
  for (const [code, answer] of [['0000 0000 0000', '查无此通知书'], [admitted.code, '有效']] as const) {
    await plain.getByLabel('录取编号').fill(admitted.number.toLowerCase())
    await plain.getByLabel('校验码').fill(code)
    await press(plain, '查验')
    await expect(plain.getByText(answer, { exact: true })).toBeVisible()
  }
  expect(plain.url()).not.toContain(admitted.code.slice(0, 4))
  await signIn(plain, family('deed-mother'))
  await expect(plain.getByText('由县教体局另行安排')).toBeVisible()
  await plain.getByRole('link', { name: '查看录取结果' }).click()
  await expect(plain.getByText('不用再报名')).toBeVisible()
  await expect(plain.getByRole('link', { name: '下载录取通知书' })).toHaveCount(0)
  await context.close()
})

test('R-49 a clerk searches, narrows, prints and exports the children whom the school has', async ({ browser }) => {
  await announcedFamilies()
  const context = await browser.newContext(DESK)
  const page = await context.newPage()
  await signedInAs(page, 'school', { schoolCode: 'YF', name: '涂老师' })
  await page.goto('/school/admissions')
  await expect(page.getByRole('row', { name: family('deed-father').child.name }).getByRole('cell', { name: '录取', exact: true })).toBeVisible()
  await isSound(page, 'the list of admitted', '录取名单', [1280, 768])
  await page.getByLabel('姓名、小区、路、村，或家长手机后四位').fill('没有这个人')
  await press(page, '查询')
  await expect(page.getByText('查到 0 人')).toBeVisible()
  await page.getByRole('link', { name: '清除筛选' }).click()
  await expect(page.getByText('查到 1 人')).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出表格' }).click()])
  expect(download.suggestedFilename()).toBe('admissions-YF-2023.xlsx')
  await page.getByRole('link', { name: '打印名单' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '逸夫小学新生名单' })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(2)
  await context.close()
})
