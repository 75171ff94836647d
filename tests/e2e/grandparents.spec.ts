import { expect, type Page } from '@playwright/test'
import { approved, bringEverything, decide, fill, refusedOnce, save, sendOff, TYPED } from './appeal-walk'
import { count, whileSilent } from './database'
import { afterReading, atBasis, chooseBasis, press, walkFromStart } from './walk'
import { isSound } from './sound'
import { test } from './test'

const BASIS = '使用祖父母（外祖父母）不动产权证'
test.describe.configure({ timeout: 120_000 })

const GRANDFATHER = { name: '鲁德厚', idNumber: '360199195710011110' }
const GRANDMOTHER = { name: '谌桂香', idNumber: '360199196006061207' }
const UNPROVED = { name: '艾素珍', idNumber: '360199195812121302' }

async function query(page: Page, { name, idNumber }: typeof GRANDFATHER, button = '查询'): Promise<void> {
  await page.getByLabel('老人的姓名').fill(name)
  await page.getByLabel('老人的身份证号').fill(idNumber)
  await page.getByRole('checkbox').check()
  await press(page, button)
}

async function bind(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: '亲属关系已核实' })).toBeVisible()
  await press(page, '确认绑定（外）祖父母')
}

async function useProperty(page: Page): Promise<void> {
  await page.getByRole('radio').first().check()
  await press(page, '确认使用')
  await confirmProperty(page)
}

async function confirmProperty(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: '房产详情' })).toBeVisible()
  await press(page, '使用该房产入学')
  await expect(page.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()
}

async function submit(page: Page): Promise<void> {
  await afterReading(page)
  await press(page, '提交入学信息')
  await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
  await expect(page.getByText(BASIS)).toBeVisible()
}

test('R-32 R-33 R-36 the grandfather’s deed from sign-in to receipt: typed, mended, proved, bound, ticked, confirmed twice', async ({ page }) => {
  await walkFromStart(page, 'grandparent-paternal', BASIS)
  await isSound(page, 'grandparent')
  await press(page, '查询')
  for (const fault of ['请填写姓名', '请填写身份证号', '老人同意用这套房产入学，才能查询。请先勾选。']) await expect(page.getByText(fault)).toBeVisible()
  await isSound(page, 'grandparent with errors')

  await query(page, GRANDFATHER)
  expect(page.url()).not.toContain(GRANDFATHER.idNumber)
  await expect(page.getByRole('term').filter({ hasText: '是孩子的' })).toBeVisible()
  await expect(page.getByText('祖父（爷爷）')).toBeVisible()
  await expect(page.getByText('父亲鲁建章')).toBeVisible()
  await expect(page.getByText('360199********1110')).toBeVisible()
  await expect(page.getByText('东门家园')).toHaveCount(0)
  await isSound(page, 'kinship proved')

  await bind(page)
  await expect(page.getByText('查到已绑定的老人 1 套房产')).toBeVisible()
  await isSound(page, 'properties of a grandparent')
  await page.getByRole('link', { name: '换一位，或再绑定一位（外）祖父母' }).click()
  await expect(page.getByText('已经绑定的（外）祖父母。')).toBeVisible()
  await isSound(page, 'grandparent bound')
  await page.goBack()
  await useProperty(page)
  await expect(page.getByText('第二类：三代同住')).toBeVisible()
  await expect(page.getByText('产权人是孩子的祖父（爷爷）')).toBeVisible()
  await isSound(page, 'confirmation of a grandparent’s deed')
  await expect(page.getByRole('definition').filter({ hasText: /^鲁\*\*$/ })).toBeVisible()
  await expect(page.getByRole('button', { name: '提交入学信息' })).toHaveAttribute('aria-disabled', 'true')

  await page.getByRole('link', { name: '选择其他房产' }).click()
  await expect(page).toHaveURL(/\/deed$/)
  await useProperty(page)
  await submit(page)
  await expect(page.getByText('龙津小学').first()).toBeVisible()
  expect(await count('submissions')).toBe(1)
})

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('R-32 R-36 the maternal grandmother’s deed, the whole way', async ({ page }) => {
    await walkFromStart(page, 'grandparent-maternal', BASIS)
    await page.getByLabel('老人的姓名').fill(GRANDMOTHER.name)
    await page.getByLabel('老人的身份证号').fill(GRANDMOTHER.idNumber)
    await press(page, '查询')
    await expect(page.getByText('没有勾选老人同意')).toBeVisible()
    await expect(page.getByLabel('老人的姓名')).toHaveValue(GRANDMOTHER.name)
    await page.getByRole('checkbox').check()
    await press(page, '查询')
    await expect(page.getByText('外祖母（外婆）')).toBeVisible()
    await bind(page)
    await useProperty(page)
    await expect(page.getByText('第五类：祖辈房产')).toBeVisible()
    await submit(page)
    await expect(page.getByText('逸夫小学').first()).toBeVisible()
  })
})

test('R-32 before the proof a wrong name, an unknown number and a stranger read alike, and show nothing', async ({ page }) => {
  await atBasis(page, 'grandparent-paternal', BASIS)
  const read: string[] = []
  for (const typed of [{ ...GRANDFATHER, name: '别的人' }, { name: '别的人', idNumber: '360199195710011006' }, GRANDMOTHER]) {
    await query(page, typed)
    await expect(page.getByLabel('老人的身份证号')).toHaveValue(typed.idNumber)
    await expect(page.getByText('没有查到您填的老人和监护人的亲属关系')).toBeVisible()
    // Said anew at each query: the tick is gone once the answer is there.
    await expect(page.getByRole('checkbox')).not.toBeChecked()
    read.push((await page.getByRole('main').innerText()).replaceAll(typed.name, '').replaceAll(typed.idNumber, ''))
  }
  expect(new Set(read).size).toBe(1)
  await isSound(page, 'grandparent not proved')
  expect(read[0]).not.toMatch(/东门家园|西门路/)
  for (const step of ['binding', 'deed', 'property', 'certificate']) {
    await page.goto(page.url().replace(/[^/]+$/, step))
    await expect(page, step).toHaveURL(/\/grandparent$/)
  }
})

test('R-34 R-35 R-18 a kinship that no register knows: approved by the county, bound, the certificate’s number, receipt', async ({ page }) => {
  await atBasis(page, 'grandparent-paternal-unproved', BASIS)
  await query(page, UNPROVED)
  await page.getByRole('link', { name: '补充（外）祖父母材料' }).click()
  // Nothing is typed twice.
  await expect(page.getByLabel('老人的姓名')).toHaveValue(UNPROVED.name)
  await expect(page.getByLabel('老人的身份证号')).toHaveValue(UNPROVED.idNumber)
  await page.getByLabel('老人同意用自己的房产给孩子入学').check()
  await approved(page, TYPED.kinship)
  await page.getByRole('link', { name: '接着用（外）祖父母的房产' }).click()
  await page.getByRole('link', { name: '下一步' }).click()
  await expect(page.getByText('来源：区县审核确认')).toBeVisible()
  await isSound(page, 'kinship approved')
  await bind(page)
  await expect(page.getByRole('heading', { level: 1, name: BASIS })).toBeVisible()
  await expect(page.getByText('龙津大道60号')).toHaveCount(0)

  const certificate = page.getByLabel('不动产权证号')
  await certificate.fill('赣（2019）安义县不动产权第9911001号')
  await press(page, '查询')
  await expect(page.getByText('没有查到这位老人的这本不动产权证')).toBeVisible()
  await isSound(page, 'certificate not found')
  await expect(page.getByText('东门家园')).toHaveCount(0)
  await certificate.fill('赣（2021）安义县不动产权第9913001号')
  await press(page, '查询')
  await confirmProperty(page)
  await expect(page.getByText('亲属关系由区县审核确认')).toBeVisible()
  await page.getByRole('link', { name: '选择其他房产' }).click()
  await expect(page.getByText('这本不动产权证可以用来入学')).toBeVisible()
  await page.getByRole('link', { name: '下一步：核对房产' }).click()
  await confirmProperty(page)
  await submit(page)
})

test('R-34 R-18 gone to look at another basis and back, what was begun is still there, and what was approved counts', async ({ page }) => {
  await atBasis(page, 'grandparent-paternal-unproved', BASIS)
  await query(page, UNPROVED)
  await page.getByRole('link', { name: '补充（外）祖父母材料' }).click()
  await page.getByLabel('老人同意用自己的房产给孩子入学').check()
  await fill(page, TYPED.kinship)
  await save(page)
  const appeal = page.url()
  await page.goto(appeal.replace(/appeals\/.*/, 'basis'))
  await chooseBasis(page, '户籍')
  await expect(page.getByRole('heading', { level: 1, name: '户籍' })).toBeVisible()
  await page.goto(page.url().replace(/[^/]+$/, 'basis'))
  await chooseBasis(page, '使用祖父母')
  await page.getByRole('link', { name: '接着准备材料' }).click()
  await expect(page.getByRole('heading', { name: '填写的内容' })).toBeVisible()
  await bringEverything(page)
  await sendOff(page)
  await refusedOnce(page)
  await decide(page, 'approve')
  await expect(page.getByText('施平野（父亲）')).toBeVisible()
  await page.getByRole('link', { name: '接着用（外）祖父母的房产' }).click()
  await expect(page.getByText('艾素珍的亲属关系已由区县审核确认')).toBeVisible()
  await page.getByRole('checkbox').check()
  await press(page, '查询')
  await expect(page.getByRole('heading', { level: 1, name: '亲属关系已核实' })).toBeVisible()
})

test('while registers are silent it is said what happens next, and nothing is lost', async ({ page }) => {
  await atBasis(page, 'grandparent-paternal', BASIS)
  await whileSilent('relations', async () => {
    await query(page, GRANDFATHER)
    await expect(page.getByRole('heading', { level: 1, name: '户籍登记暂时没有回应' })).toBeVisible()
    await expect(page.getByLabel('老人的姓名')).toHaveValue(GRANDFATHER.name)
  })
  await page.getByRole('checkbox').check()
  await press(page, '重新查询')
  await whileSilent('properties', async () => {
    await bind(page)
    await expect(page.getByText('登记部门的系统现在没有回应')).toBeVisible()
  })
  await bind(page)
  await expect(page.getByText('查到已绑定的老人 1 套房产')).toBeVisible()
})
