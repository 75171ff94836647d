import { expect } from '@playwright/test'
import { family } from '../support/families'
import { afterReading, atBasis, atConfirmation, chooseBasis, press, queryChild, signIn, walkToBasis, walkToConfirmation, walkToDeeds } from './walk'
import { isSound } from './sound'
import { test } from './test'
import { whileSilent } from './database'

test('axe finds nothing on the pages that anybody may open', async ({ page }) => {
  for (const path of ['/', '/manual', '/sign-in', '/sign-in?expired=1', '/sign-in?error=access_denied', '/sign-in/unverified', '/no-such-page']) {
    await page.goto(path)
    await isSound(page, path)
  }
  await page.goto('/')
  await press(page, '大字版')
  await expect(page.locator('html')).toHaveAttribute('data-elder', '')
  await isSound(page, 'home in 大字版')
})

test('axe finds nothing from the children’s page to the receipt, errors included', async ({ page }) => {
  test.setTimeout(180_000)
  const walk = family('deed-mother-other-province')
  await signIn(page, walk)
  await isSound(page, 'children, empty')
  await page.goto('/register/messages')
  await isSound(page, 'messages, none', '消息')
  await page.goto('/register/start')
  await isSound(page, 'start')
  await press(page, '查询学生信息')
  await expect(page.getByText(/请填写身份证号/)).toBeVisible()
  await isSound(page, 'start with errors')
  await queryChild(page, walk.child.idNumber)
  await isSound(page, 'record', '核对学生和监护人')
  await page.goto('/register')
  await isSound(page, 'children, a draft', '我的孩子')
  await page.getByRole('link', { name: '修改入学区县' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '修改入学区县' })).toBeVisible()
  await isSound(page, 'county')
  await page.getByRole('link', { name: '作废这份登记' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '作废这份登记？' })).toBeVisible()
  await isSound(page, 'withdraw')
  await page.goto('/register')
  await page.getByRole('link', { name: '公办采集' }).click()
  await press(page, '与实际情况相符')
  await press(page, '确认')
  await expect(page.getByText('没有勾选同意协议')).toBeVisible()
  await isSound(page, 'agreement with an error')
  await page.getByRole('checkbox').check()
  await press(page, '确认')
  await isSound(page, 'household', '户籍信息核验')
  await press(page, '确认')
  await isSound(page, 'basis', '选择入学房产')
  await press(page, '下一步：选择房产')
  await isSound(page, 'deeds', '使用不动产权证')
  await walkToConfirmation(page)
  await isSound(page, 'confirmation', '确认入学登记信息')
  await page.getByText('点击查看更多户籍信息').click()
  await isSound(page, 'confirmation, household open')
  await afterReading(page)
  await press(page, '提交入学信息')
  await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
  await isSound(page, 'done')
  await page.goto('/register')
  await isSound(page, 'children, submitted')
  await page.goto('/register/messages')
  await isSound(page, 'messages', '消息')
  await page.goto('/')
  await isSound(page, 'home, with messages')
})

const LISTS = [
  ['no-property', 'no property', '查到 0 套房产'],
  ['deed-unmatched', 'an unmatched address', '使用不动产权证'],
  ['deed-shop', 'a shop', '使用不动产权证'],
  ['deed-other-county', 'a deed of another county', '使用不动产权证'],
  ['yanghu-deed', 'a choice zone', '使用不动产权证'],
] as const

for (const [walk, what, heading] of LISTS) {
  test(`axe finds nothing with ${what}`, async ({ page }) => {
    const { child, ...rest } = family(walk)
    await signIn(page, { ...rest })
    await queryChild(page, child.idNumber)
    await walkToDeeds(page)
    await isSound(page, what, heading)
    if (walk !== 'yanghu-deed') return
    await walkToConfirmation(page)
    await isSound(page, 'choice before')
    await page.getByLabel('志愿学校').selectOption({ label: '安义三小' })
    await press(page, '选定志愿学校')
    await expect(page.getByRole('button', { name: '改选这所学校' })).toBeVisible()
    await isSound(page, 'choice after')
  })
}

test('axe finds nothing with a contract: not asked, not typed, not found, found, somebody else’s', async ({ page }) => {
  test.setTimeout(120_000)
  await atBasis(page, 'contract', '使用购房合同')
  await isSound(page, 'contract')
  await press(page, '查询')
  await expect(page.getByText('没有填写合同编号')).toBeVisible()
  await isSound(page, 'contract with an error')
  await page.getByLabel('购房合同编号').fill('AY2023000000')
  await press(page, '查询')
  await expect(page.getByText('没有查到您家的这份合同')).toBeVisible()
  await isSound(page, 'contract not found')
  await page.getByLabel('购房合同编号').fill('AY2023991501')
  await press(page, '查询')
  await isSound(page, 'confirmation of a contract', '确认入学登记信息')
  await page.getByRole('link', { name: '选择其它房产' }).click()
  await isSound(page, 'contract found', '使用购房合同')
  await page.context().clearCookies()
  await atBasis(page, 'contract-mother-signs-in', '使用购房合同')
  await page.getByLabel('购房合同编号').fill('AY2023991501')
  await press(page, '查询')
  await expect(page.getByRole('button', { name: /换买房人登录/ })).toBeVisible()
  await isSound(page, 'contract of the other guardian')
})

test('axe finds nothing with a grandparents’ deed: not asked, not typed, not proved, proved, bound, listed', async ({ page }) => {
  test.setTimeout(120_000)
  const basis = '使用祖父母（外祖父母）不动产权证'
  await atBasis(page, 'grandparent-paternal', basis)
  await isSound(page, 'grandparent')
  const query = async (name: string, idNumber: string) => {
    await page.getByLabel('老人的姓名').fill(name)
    await page.getByLabel('老人的身份证号').fill(idNumber)
    await page.getByRole('checkbox').check()
    await press(page, '查询')
  }
  await press(page, '查询')
  await expect(page.getByText('没有勾选老人同意')).toBeVisible()
  await isSound(page, 'grandparent with errors')
  await query('谌桂香', '360199196006061207')
  await expect(page.getByRole('link', { name: '补充（外）祖父母材料' })).toBeVisible()
  await isSound(page, 'grandparent not proved')
  await query('鲁德厚', '360199195710011110')
  await isSound(page, 'binding', '亲属关系已核实')
  await press(page, '确认绑定（外）祖父母')
  await isSound(page, 'grandparents’ deeds', basis)
  await page.getByRole('link', { name: '换一位，或再绑定一位（外）祖父母' }).click()
  await expect(page.getByText('已经绑定的（外）祖父母。')).toBeVisible()
  await isSound(page, 'grandparent bound')
})

test('axe finds nothing with no valid materials', async ({ page }) => {
  await atBasis(page, 'residence-permit', '无有效材料')
  await isSound(page, 'no valid materials')
})

test('axe finds nothing while registers are silent', async ({ page }) => {
  const { child, ...walk } = family('contract')
  await signIn(page, walk)
  await queryChild(page, child.idNumber)
  await whileSilent('properties', async () => {
    await walkToBasis(page)
    await expect(page.getByText('判定这种方式要看家庭的房产').first()).toBeVisible()
    await isSound(page, 'bases, properties unknown')
  })
  await press(page, '重新查询')
  await expect(page.getByText('填写合同编号后判定')).toBeVisible()
  await whileSilent('contracts', async () => {
    await chooseBasis(page, '使用购房合同')
    await page.getByLabel('购房合同编号').fill('AY2023991501')
    await press(page, '查询')
    await isSound(page, 'contracts silent', '购房合同备案暂时没有回应')
  })
})

test('axe finds nothing with registrations, one’s own and another household’s', async ({ page }) => {
  await atBasis(page, 'separated-father', '户籍')
  await isSound(page, 'registrations')
  await press(page, '确认使用')
  await isSound(page, 'confirmation of a registration', '确认入学登记信息')
  await page.goto('/register')
  await expect(page.getByText('都填好了，看过结果就可以提交。')).toBeVisible()
  await isSound(page, 'children, ready to submit')
})

test('axe finds nothing on the refusals of the record', async ({ page }) => {
  for (const [walk, heading] of [['record-wrong-mother', '户籍登记的监护人里没有您'], ['child-not-on-record', '没有查到这个学生'], ['born-day-before', '年龄不符，今年不能报名一年级']] as const) {
    await page.context().clearCookies()
    await signIn(page, family(walk))
    await queryChild(page, family(walk).child.idNumber)
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    await isSound(page, walk)
  }
})

test('axe finds nothing on what the other parent sees', async ({ page, browser }) => {
  await atConfirmation(page, 'separated-mother')
  await afterReading(page)
  await press(page, '提交入学信息')
  await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const other = await context.newPage()
  const fathers = family('separated-father')
  await signIn(other, fathers)
  await queryChild(other, fathers.child.idNumber)
  await expect(other.getByText('已由另一位监护人提交')).toBeVisible()
  await isSound(other, 'submitted by the other guardian')
  await context.close()
})
