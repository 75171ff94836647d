import { expect } from '@playwright/test'
import { family } from '../support/families'
import { atRecord } from './appeal-walk'
import { atBasis, press, queryChild, signIn } from './walk'
import { test } from './test'

test('R-01 R-02 R-03 R-04 the home page says who, when, which schools and whom to phone', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByText('距采集截止还有')).toBeVisible()
  await expect(page.getByText(/\d+天\d+小时/)).toBeVisible()
  await expect(page.getByText('2016年1月1日至')).toBeVisible()
  await expect(page.getByText('龙津小学、逸夫小学、安义三小、实验学校')).toBeVisible()
  await expect(page.getByRole('link', { name: '138 7916 8060' })).toHaveAttribute('href', 'tel:13879168060')
  await expect(page.getByText('教育北路实验学校内南面楼')).toBeVisible()
})

test('the demonstration says on every page that it is one, and of the tables what is invented', async ({ page }) => {
  for (const path of ['/', '/sign-in', '/manual', '/no-such-page']) {
    await page.goto(path)
    await expect(page.getByText('演示版，不作报名用'), path).toBeVisible()
  }
})

test('whoever types 127.0.0.1 is led to the name that the sign-in comes back to', async ({ page, baseURL }) => {
  await page.goto(`${baseURL?.replace('localhost', '127.0.0.1') ?? ''}/manual`)
  await page.waitForURL(`${baseURL ?? ''}/manual`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('大字版 is on every page, from the first, and stays', async ({ page }) => {
  await page.goto('/')
  await press(page, '大字版')
  await expect(page.locator('html')).toHaveAttribute('data-elder', '')
  await page.goto('/manual')
  await expect(page.locator('html')).toHaveAttribute('data-elder', '')
  const size = await page.locator('main p').first().evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))
  expect(size).toBeGreaterThanOrEqual(18)
  await press(page, '标准版')
  await expect(page.locator('html')).not.toHaveAttribute('data-elder', '')
})

test('R-53 the manual has the notice’s eight parts, and a step leads to its own', async ({ page }) => {
  await page.goto('/manual')
  for (const part of ['一', '二', '三', '四', '五', '六', '七', '八']) await expect(page.getByRole('heading', { name: `第${part}部分` })).toBeVisible()
  await signIn(page, family('born-first-day'), '/register/start')
  await page.getByRole('link', { name: '操作说明：这一步怎么办' }).click()
  await expect(page).toHaveURL(/\/manual#record$/)
  await page.getByRole('link', { name: '返回上一步' }).click()
  await expect(page).toHaveURL(/\/register\/start$/)
})

test('R-05 an unverified guardian is told how to verify, and gets no further', async ({ page }) => {
  const { guardian } = family('unverified')
  await page.goto('/sign-in')
  await page.getByRole('button', { name: '去昌通码登录' }).click()
  await page.getByLabel('手机号').fill(guardian.phone)
  await press(page, '去登录')
  await page.getByLabel('真实姓名').fill(guardian.name)
  await page.getByLabel('身份证号').fill(guardian.idNumber)
  await press(page, '去认证')
  await press(page, '模拟扫脸')
  await press(page, '返回智慧入学')
  await expect(page).toHaveURL(/\/sign-in\/unverified$/)
  await expect(page.getByText('扫脸').first()).toBeVisible()
  await page.goto('/register')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('a cancelled sign-in comes back with a sentence', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: '去昌通码登录' }).click()
  await press(page, '取消登录')
  await expect(page.getByText('没有完成登录')).toBeVisible()
})

test('R-09 all twelve counties are listed; the number is checked before any query, and takes x, full width and spaces', async ({ page }) => {
  const walk = family('deed-unmatched')
  await signIn(page, walk, '/register/start')
  await expect(page.getByRole('radio')).toHaveCount(2)
  await page.getByText('南昌市其他 10 个区县').click()
  for (const county of ['东湖区', '红谷滩区', '湾里管理局', '南昌经济技术开发区']) await expect(page.getByText(county)).toBeVisible()

  await press(page, '查询学生信息')
  await expect(page.getByText('没有选择区县')).toBeVisible()
  await expect(page.getByText(/请填写身份证号/)).toBeVisible()
  await page.getByRole('radio', { name: '安义县' }).check()
  const faults: [string, RegExp][] = [
    ['3601991234', /要有 18 位/],
    [walk.child.idNumber.slice(0, 17) + '1', /末位与前 17 位对不上/],
    ['360199201713010748', /中间的出生日期不存在/],
  ]
  for (const [typed, words] of faults) {
    await page.getByLabel('学生身份证号').fill(typed)
    await press(page, '查询学生信息')
    await expect(page.getByText(words)).toBeVisible()
    await expect(page.getByLabel('学生身份证号')).toHaveValue(typed)
  }
  await expect(page.getByText(/没有勾选同意查询/)).toBeVisible()

  const spaced = walk.child.idNumber.replace('X', 'x').replace(/^(.{6})(.{8})/, '$1 $2 ')
  const fullWidth = [...spaced].map((sign) => (/\d/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign)).join('')
  await page.getByLabel('学生身份证号').fill(fullWidth)
  await page.getByRole('checkbox').check()
  await press(page, '查询学生信息')
  await expect(page.getByRole('heading', { name: '核对学生和监护人' })).toBeVisible()
})

test('R-02 a child born a day too late reads which limit was missed and by how much', async ({ page }) => {
  const walk = family('born-day-after')
  await signIn(page, walk)
  await queryChild(page, walk.child.idNumber)
  await expect(page.getByText('孩子比规定的最晚出生日期晚 1 天出生。')).toBeVisible()
  await expect(page.getByText(/2017年8月31日出生，含首尾两天/)).toBeVisible()
})

test('a guardian whom the record does not name learns only that', async ({ page }) => {
  const walk = await atRecord(page, 'record-wrong-mother')
  await expect(page.getByRole('heading', { name: '户籍登记的监护人里没有您' })).toBeVisible()
  await expect(page.getByText(walk.child.name)).toHaveCount(0)
  await page.getByRole('link', { name: '与实际情况不符' }).click()
  await expect(page.getByText('教育北路实验学校内南面楼').first()).toBeVisible()
  await page.goto('/register')
  await expect(page.getByText('填写中')).toBeVisible()
})

test('a child without a record finds 「入学登记」 at the very bottom, and the desk', async ({ page }) => {
  await atRecord(page, 'child-not-on-record')
  await page.getByRole('link', { name: '入学登记' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '入学登记' })).toBeVisible()
  await expect(page.getByText('出生医学证明', { exact: true })).toBeVisible()
})

test('R-13 without the tick nothing goes on', async ({ page }) => {
  await atRecord(page, 'born-first-day')
  await press(page, '与实际情况相符')
  await press(page, '确认')
  await expect(page.getByText('请先看完协议，勾选同意后再点「确认」')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: '隐私保护协议书' })).toBeVisible()
})

test('R-14 of a guardian of another household no address is shown', async ({ page }) => {
  await atRecord(page, 'separated-mother')
  await press(page, '与实际情况相符')
  await page.getByRole('checkbox').check()
  await press(page, '确认')
  await expect(page.getByText('与您不在同一户，地址不显示')).toBeVisible()
})

test('R-20 with no property the page says what to look at, in the notice’s order, and 「重新查询」 is there', async ({ page }) => {
  await atBasis(page, 'no-property', '使用不动产权证', '查到 0 套房产')
  await expect(page.getByRole('heading', { level: 1, name: '查到 0 套房产' })).toBeVisible()
  const order = await page.locator('main ol.numbers b').allTextContents()
  expect(order.slice(0, 4)).toEqual(['入学区县选对了吗', '用途是不是「住宅」', '老产证，或产权人信息不对', '更新不了'])
  await press(page, '重新查询')
  await expect(page.getByRole('heading', { level: 1, name: '查到 0 套房产' })).toBeVisible()
})

test('R-24 a property that no row matches shows 「房产信息待匹配」 and cannot be ticked', async ({ page }) => {
  await atBasis(page, 'deed-ambiguous', '使用不动产权证')
  await expect(page.getByText('房产信息待匹配')).toBeVisible()
  await expect(page.getByText('新旧地址证明')).toBeVisible()
  // Its address is right and fits two rows: renewing it would change nothing.
  await expect(page.getByText('由区县核对属于哪所学校')).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
})

test('R-06 R-23 with the wrong parent signed in the page says who must sign in, by masked name', async ({ page }) => {
  await atBasis(page, 'deed-mother-father-signs-in', '使用不动产权证')
  await expect(page.getByText(/请熊\*\*?用自己的昌通码登录/)).toBeVisible()
})

test('R-17 R-21 five bases, those that are closed say why', async ({ page }) => {
  await atRecord(page, 'urban-home-no-materials')
  await press(page, '与实际情况相符')
  await page.getByRole('checkbox').check()
  await press(page, '确认')
  await press(page, '确认')
  for (const basis of ['使用不动产权证', '使用祖父母（外祖父母）不动产权证', '使用购房合同', '户籍', '无有效材料']) await expect(page.getByText(basis, { exact: true }).first()).toBeVisible()
  await expect(page.getByText('家庭在城区有住宅，按规定不能用这种方式。')).toBeVisible()
})
