import { expect, type Browser, type Locator, type Page } from '@playwright/test'
import { aJpeg } from '../support/pictures'
import { fill } from './appeal-walk'
import { isSound } from './sound'
import { DESK, signedInAs } from './staff'
import { test } from './test'
import { afterReading, atBasis, press, walkToConfirmation } from './walk'

const paper = async (name = '证明.jpg') => ({ name, mimeType: 'image/jpeg', buffer: await aJpeg({ width: 900, height: 1200 }) })
const SOURCE = '区县线下核验'

/** An officer at a desk of the county's, in a browser of their own. */
async function atTheDesk(browser: Browser, name: string, javaScriptEnabled = true): Promise<Page> {
  const page = await (await browser.newContext({ ...DESK, javaScriptEnabled })).newPage()
  await signedInAs(page, 'desk', { name })
  await page.goto('/console/desk')
  return page
}

/** axe at a desk's width and at a tablet's. */
const isSoundAtBoth = (page: Page, what: string) => isSound(page, what, undefined, [1280, 768])

async function openFamily(officer: Page, typed: string, child: string): Promise<void> {
  await officer.getByLabel(/身份证号、回执编号，或者姓名/).fill(typed)
  await press(officer, '查找')
  await officer.getByRole('link', { name: child }).click()
  await expect(officer.getByRole('heading', { level: 1, name: new RegExp(`^${child}`) })).toBeVisible()
  expect(officer.url()).not.toContain(typed)
}

const lineOf = (officer: Page, section: string): Locator => officer.getByRole('table', { name: section }).getByRole('row').nth(1)

test('R-24 R-46 two officers match an address, and the family goes on to its receipt with the source named', async ({ page, browser }) => {
  test.setTimeout(120_000)
  const { child } = await atBasis(page, 'deed-unmatched', '使用不动产权证')
  await expect(page.getByText('房产信息待匹配')).toBeVisible()

  const officer = await atTheDesk(browser, '程岚')
  await openFamily(officer, child.idNumber, child.name)
  await isSoundAtBoth(officer, 'family')
  await officer.getByRole('link', { name: /^匹配学区/ }).click()
  await press(officer, '保存，下一步上传扫描件')
  await expect(officer.locator('#errors')).toContainText('请选择要匹配的地址')
  await officer.getByLabel('在学区表里找').fill('东门社区')
  await officer.getByRole('radio', { name: /^LJ-01/ }).check()
  await expect(officer.getByRole('radio', { name: /^LJ-02/ })).toBeHidden()
  await officer.getByRole('radio', { name: /房产，现在：待匹配/ }).check()
  await isSoundAtBoth(officer, 'match form with errors')
  await fill(officer, { 凭什么材料核验: '公安出具的新旧地址证明', 理由: '派出所证明滨江路9号原属东门社区' })
  await press(officer, '保存，下一步上传扫描件')
  await expect(officer.getByText('还没有提交复核')).toBeVisible()
  await officer.locator('input[type=file]').setInputFiles([await paper(), await paper('证明2.jpg')])
  await expect(officer.getByText('已保存', { exact: true })).toHaveCount(2)
  await isSoundAtBoth(officer, 'draft')
  await press(officer, '提交复核')
  await expect(lineOf(officer, '我提出的录入')).toContainText(/学区匹配.*待复核/)
  await lineOf(officer, '等待复核的录入').getByRole('link').click()
  await expect(officer.getByText('自己提的不能自己批')).toBeVisible()
  await expect(officer.getByRole('radio')).toHaveCount(0)

  const second = await atTheDesk(browser, '李敏')
  await isSoundAtBoth(second, 'desk')
  await lineOf(second, '等待复核的录入').getByRole('link').click()
  await expect(second.getByText('通过以后：第三类，龙津小学（学区表 LJ-01 行）')).toBeVisible()
  // Fitted, the papers take keys.
  await expect(second.locator('.viewer-frame[data-fitted]').first()).toBeVisible()
  await second.keyboard.press('ArrowRight')
  await expect(second.getByRole('img', { name: '证明2.jpg' })).toHaveJSProperty('complete', true)
  await isSoundAtBoth(second, 'waiting')
  await second.getByRole('radio', { name: '通过', exact: true }).check()
  await press(second, '提交决定')
  await expect(second.getByText('没有等待复核的录入。')).toBeVisible()

  await page.goto('/register/messages')
  await expect(page.getByText(`${child.name}的登记：区县已为地址匹配学区`)).toBeVisible()
  await page.getByRole('button', { name: '接着办理' }).first().click()
  await walkToConfirmation(page)
  await expect(page.getByText(`学区匹配：${SOURCE}`)).toBeVisible()
  await afterReading(page)
  await press(page, '提交入学信息')
  await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
  await expect(page.getByText('龙津小学').first()).toBeVisible()
  await expect(page.getByText(`学区匹配：${SOURCE}`)).toBeVisible()
})

test('R-23 R-46 without script: a property is typed, a file that is none is refused, nothing is typed twice, and the family finds it', async ({ page, browser }) => {
  test.setTimeout(120_000)
  const { guardian, child } = await atBasis(page, 'no-property', '使用不动产权证', '查到 0 套房产')

  const officer = await atTheDesk(browser, '程岚', false)
  await openFamily(officer, child.name, child.name)
  await officer.getByRole('link', { name: /^录入房产/ }).click()
  const owner = officer.getByRole('group', { name: '产权人', exact: true })
  await fill(officer, { 不动产权证号: '安房权证龙津字第20031207号', 地址: '江西省南昌市安义县龙津镇文峰路15号', 凭什么材料核验: '不动产查询证明' })
  await owner.getByLabel('姓名').fill(guardian.name)
  await owner.getByLabel('身份证号').fill('36019919840517061X')
  await owner.getByLabel('关系').selectOption({ label: '监护人' })
  await press(officer, '保存，下一步上传扫描件')
  // Everything that is wrong at once, each with its way to the field; what was right stays.
  await expect(officer.getByRole('link', { name: '请填写用途' })).toHaveAttribute('href', '#use')
  await expect(officer.getByRole('link', { name: '产权人：身份证号不对' })).toHaveAttribute('href', '#owner1IdNumber')
  await expect(officer.getByLabel('地址')).toHaveValue('江西省南昌市安义县龙津镇文峰路15号')
  await officer.getByLabel('用途').fill('住宅')
  await owner.getByLabel('身份证号').fill(guardian.idNumber)
  await press(officer, '保存，下一步上传扫描件')
  await officer.locator('input[type=file]').setInputFiles({ name: '证明.txt', mimeType: 'text/plain', buffer: Buffer.from('证明') })
  await press(officer, '上传')
  await expect(officer.getByRole('alert')).toContainText('这种文件不能传')
  await expect(officer.getByText('不动产查询证明')).toBeVisible()
  await officer.locator('input[type=file]').setInputFiles(await paper())
  await press(officer, '上传')
  await expect(officer.getByText('已保存', { exact: true })).toBeVisible()
  await press(officer, '提交复核')

  const second = await atTheDesk(browser, '李敏', false)
  await lineOf(second, '等待复核的录入').getByRole('link').click()
  await second.getByRole('radio', { name: '不通过' }).check()
  await press(second, '提交决定')
  await expect(second.locator('#errors')).toContainText('不通过要写明原因')
  await second.getByRole('radio', { name: '通过', exact: true }).check()
  await press(second, '提交决定')
  await expect(second.getByText('没有等待复核的录入。')).toBeVisible()

  await page.reload()
  await expect(page.getByRole('radio', { name: /文峰路15号/ })).toBeVisible()
  await expect(page.getByText(`来源：${SOURCE}`)).toBeVisible()
})
