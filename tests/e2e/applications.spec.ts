import { expect, type Browser, type Page } from '@playwright/test'
import { family } from '../support/families'
import { DESK, signedInAs } from './staff'
import { axeOn } from './sound'
import { test } from './test'
import { afterReading, atConfirmation, press, walkToConfirmation } from './walk'

const REASON = '房产地址请核对楼栋以后再提交'

/** A family that has its receipt, in a browser of its own. */
async function registered(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const guardian = await context.newPage()
  await atConfirmation(guardian, 'deed-father')
  await afterReading(guardian)
  await press(guardian, '提交入学信息')
  await expect(guardian.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
  return guardian
}

async function officer(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext(DESK)).newPage()
  await signedInAs(page, 'admin', { name })
  return page
}

async function isSoundAtDesk(page: Page, what: string): Promise<void> {
  for (const width of [1280, 768]) {
    await page.setViewportSize({ width, height: 800 })
    const { violations } = await axeOn(page).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`), `${what} at ${width}`).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${what} fits ${width}`).toBe(true)
  }
  await page.setViewportSize(DESK.viewport)
}

async function search(page: Page, by: string, text: string): Promise<void> {
  await page.goto('/console/applications')
  await page.getByLabel('按什么查').selectOption({ label: by })
  await page.getByLabel('查询的内容').fill(text)
  await press(page, '查询')
}

test('R-28 R-47 R-48 P4 found by name and by ID number, opened, a number shown for a reason, sent back by two administrators, submitted once more', async ({ browser }) => {
  const { child, guardian: { idNumber } } = family('deed-father')
  const guardian = await registered(browser)
  const receipt = await guardian.getByText(/^3601232023-/).innerText()
  const first = await officer(browser, '甘主任')

  await search(first, '姓名', '诺')
  await expect(first.getByRole('link', { name: child.name })).toBeVisible()
  expect(decodeURIComponent(first.url())).not.toContain('诺')
  await isSoundAtDesk(first, 'the list')
  await search(first, '身份证号', `${child.idNumber.slice(0, 17)}`)
  await expect(first.getByText('身份证号要填完整的 18 位')).toBeVisible()
  await search(first, '身份证号', child.idNumber)
  await expect(first.getByText('360199********0141').first()).toBeVisible()
  expect(first.url()).not.toContain(child.idNumber)

  // The page's own clock, which is put forward below; the server's goes on as it does.
  await first.clock.install()
  await first.getByRole('link', { name: child.name }).click()
  await expect(first.getByRole('heading', { level: 1, name: child.name })).toBeVisible()
  for (const section of ['提交与判定', '登记部门查询', '经过']) await expect(first.getByRole('heading', { level: 2, name: section })).toBeVisible()
  await expect(first.getByText(receipt).first()).toBeVisible()
  expect(await first.content()).not.toMatch(new RegExp(`${child.idNumber}|${idNumber}`))
  await isSoundAtDesk(first, 'the file')

  await first.getByLabel('显示学生的身份证号').first().click()
  await first.getByLabel('为什么要看，会留下记录').first().fill('家长来电核对号码')
  await first.getByRole('button', { name: '显示 5 分钟' }).first().click()
  await expect(first.getByText(child.idNumber).first()).toBeVisible()
  expect(await first.content()).not.toContain(idNumber)
  await first.clock.fastForward('04:50')
  await expect(first.getByText(child.idNumber).first()).toBeVisible()
  // On a page that stays open five minutes are over as they are on one that is loaded again.
  await first.clock.fastForward('00:11')
  await expect(first.getByText(child.idNumber)).toHaveCount(0)
  await expect(first.getByLabel('显示学生的身份证号').first()).toBeVisible()

  await first.getByLabel('退回修改：要改什么').fill(REASON)
  await press(first, '提议退回修改，请另一位管理员决定')
  await expect(first.getByText('待复核')).toBeVisible()
  await first.goto('/console/applications/returns')
  await expect(first.getByText('您提出的，要由另一位管理员决定。')).toBeVisible()

  const second = await officer(browser, '刘主任')
  await second.goto('/console/applications/returns')
  await expect(second.getByText(REASON)).toBeVisible()
  await isSoundAtDesk(second, 'the returns')
  await press(second, '同意退回')
  await expect(second.getByText('已退回，家长会收到消息。')).toBeVisible()

  await guardian.goto('/register')
  await expect(guardian.getByText('已提交', { exact: true })).toBeVisible()
  await expect(guardian.getByText(REASON)).toBeVisible()
  await guardian.getByRole('link', { name: '去修改' }).click()
  await expect(guardian.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()
  await guardian.getByRole('link', { name: '选择其他房产' }).click()
  await walkToConfirmation(guardian)
  await afterReading(guardian)
  await press(guardian, '提交入学信息')
  await expect(guardian.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
  expect(await guardian.getByText(/^3601232023-/).innerText()).not.toBe(receipt)
  await expect(guardian.getByText(REASON)).toHaveCount(0)

  await search(second, '回执编号', receipt)
  await second.getByRole('link', { name: child.name }).click()
  await expect(second.getByRole('article', { name: '第 2 次提交' }).getByText('有效')).toBeVisible()
  await expect(second.getByRole('article', { name: '第 1 次提交' }).getByText('已被新的一次替换')).toBeVisible()
})

test('R-47 columns are chosen and remembered, filters stand in the address, without JavaScript', async ({ browser }) => {
  await registered(browser)
  const context = await browser.newContext({ ...DESK, javaScriptEnabled: false })
  const page = await context.newPage()
  await signedInAs(page, 'reviewer')
  await search(page, '住址', '文峰路')
  await expect(page.getByRole('link', { name: '程一诺' })).toBeVisible()
  await page.getByText('选择显示哪些列').click()
  for (const column of ['地址', '类别']) await page.getByRole('checkbox', { name: column }).uncheck()
  await page.getByRole('checkbox', { name: '回执编号' }).check()
  await press(page, '按这些列显示')
  await expect(page.getByRole('columnheader', { name: '回执编号' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: '地址' })).toHaveCount(0)
  await page.getByRole('combobox', { name: /^状态/ }).selectOption({ label: '填写中' })
  await page.getByRole('button', { name: '筛选' }).click()
  await expect(page).toHaveURL(/status=draft/)
  await expect(page.getByText('没有查到')).toBeVisible()
  await page.getByRole('link', { name: '清除筛选' }).click()
  await expect(page.getByRole('columnheader', { name: '回执编号' })).toBeVisible()
})
