import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { countyApproves } from '../e2e/county'
import { whileSilent } from '../e2e/database'
import { test } from '../e2e/test'
import { afterReading, atBasis, chooseBasis, press, queryChild, signIn, walkToBasis, walkToConfirmation, walkToDeeds } from '../e2e/walk'
import { family } from '../support/families'
import { ROOT } from '../support/run-directory'

const FOLDER = path.join(ROOT, 'docs', 'screens')
mkdirSync(FOLDER, { recursive: true })

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), fullPage: true })
}

test('pages that anybody may open', async ({ page }) => {
  for (const [name, address] of [['home', '/'], ['manual', '/manual'], ['sign-in', '/sign-in'], ['not-found', '/no-such-page'], ['unverified', '/sign-in/unverified']] as const) {
    await page.goto(address)
    await picture(page, name)
  }
  await page.goto('/')
  await press(page, '大字版')
  await picture(page, 'home-elder')
  await page.context().clearCookies()
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/')
    await picture(page, `home-${width}`)
  }
})

test('from the children’s page to the receipt', async ({ page }) => {
  const walk = family('deed-other-zone')
  await page.goto('/sign-in')
  await page.getByRole('button', { name: '去昌通码登录' }).click()
  await picture(page, 'stand-in-phone')
  await page.getByLabel('手机号').fill(walk.guardian.phone)
  await press(page, '去登录')
  await picture(page, 'stand-in-identity')
  await page.getByLabel('真实姓名').fill(walk.guardian.name)
  await page.getByLabel('身份证号').fill(walk.guardian.idNumber)
  await press(page, '去认证')
  await press(page, '模拟扫脸')
  await picture(page, 'stand-in-verified')
  await press(page, '返回智慧入学')
  await expect(page.getByRole('heading', { level: 1, name: '我的孩子' })).toBeVisible()
  await picture(page, 'children-empty')
  await page.goto('/register/messages')
  await picture(page, 'messages-empty')
  await page.goto('/register/start')
  await picture(page, 'start')
  await page.getByLabel('学生身份证号').fill('3601991234')
  await press(page, '查询学生信息')
  await expect(page.getByText(/要有 18 位/)).toBeVisible()
  await picture(page, 'start-errors')
  await queryChild(page, walk.child.idNumber)
  await expect(page.getByRole('heading', { level: 1, name: '核对学生和监护人' })).toBeVisible()
  await picture(page, 'record')
  await press(page, '与实际情况相符')
  await expect(page.getByRole('heading', { level: 1, name: '隐私保护协议书' })).toBeVisible()
  await picture(page, 'agreement')
  await page.getByRole('checkbox').check()
  await press(page, '确认')
  await expect(page.getByRole('heading', { level: 1, name: '户籍信息核验' })).toBeVisible()
  await picture(page, 'household')
  await press(page, '确认')
  await expect(page.getByRole('heading', { level: 1, name: '选择入学房产' })).toBeVisible()
  await picture(page, 'basis')
  await press(page, '下一步：选择房产')
  await expect(page.getByRole('heading', { level: 1, name: '使用不动产权证' })).toBeVisible()
  await picture(page, 'deeds')
  await page.getByRole('radio').first().check()
  await press(page, '确认使用')
  await expect(page.getByRole('heading', { level: 1, name: '房产详情' })).toBeVisible()
  await picture(page, 'property')
  await press(page, '使用该房产入学')
  await expect(page.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()
  await picture(page, 'confirm')
  await page.getByText('点击查看更多户籍信息').click()
  await picture(page, 'confirm-household')
  await page.goto('/register')
  await picture(page, 'children-draft')
  await page.getByRole('link', { name: '作废这份登记' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '作废这份登记？' })).toBeVisible()
  await picture(page, 'withdraw')
  await page.goBack()
  await page.getByRole('link', { name: '修改入学区县' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '修改入学区县' })).toBeVisible()
  await picture(page, 'county')
  await page.goto('/register')
  await page.getByRole('link', { name: '公办采集' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()
  await afterReading(page)
  await picture(page, 'confirm-unlocked')
  await press(page, '提交入学信息')
  await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
  await picture(page, 'done')
  await page.goto('/register')
  await picture(page, 'children-submitted')
  await page.goto('/register/messages')
  await picture(page, 'messages')
})

for (const [walk, name] of [['no-property', 'deeds-empty'], ['deed-unmatched', 'deeds-unmatched'], ['deed-mother-father-signs-in', 'deeds-wrong-parent'], ['yanghu-deed', 'confirm-zone']] as const) {
  test(name, async ({ page }) => {
    await signIn(page, family(walk))
    await queryChild(page, family(walk).child.idNumber)
    await walkToDeeds(page)
    await expect(page.getByRole('heading', { level: 1, name: /使用不动产权证|查到 0 套房产/ })).toBeVisible()
    if (walk === 'yanghu-deed') await walkToConfirmation(page)
    await picture(page, name)
  })
}

test('a contract', async ({ page }) => {
  const { child, ...walk } = family('contract')
  await signIn(page, walk)
  await queryChild(page, child.idNumber)
  await walkToBasis(page)
  await picture(page, 'basis-contract-family')
  await chooseBasis(page, '使用购房合同')
  await expect(page.getByRole('heading', { level: 1, name: '使用购房合同' })).toBeVisible()
  await picture(page, 'contract')
  await page.getByLabel('购房合同编号').fill('AY2023000000')
  await press(page, '查询')
  await expect(page.getByText('没有查到您家的这份合同')).toBeVisible()
  await picture(page, 'contract-not-found')
  await page.getByLabel('购房合同编号').fill('AY2023991501')
  await press(page, '查询')
  await expect(page.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()
  await picture(page, 'confirm-contract')
  await page.getByRole('link', { name: '选择其它房产' }).click()
  await expect(page.getByText('这份合同可以用来入学。')).toBeVisible()
  await picture(page, 'contract-found')
})

test('a contract that the other guardian bought', async ({ page }) => {
  await atBasis(page, 'contract-mother-signs-in', '使用购房合同')
  await page.getByLabel('购房合同编号').fill('AY2023991501')
  await press(page, '查询')
  await expect(page.getByText('查到了这份合同，现在还不能用。')).toBeVisible()
  await picture(page, 'contract-other-buyer')
})

test('registrations', async ({ page }) => {
  await atBasis(page, 'separated-father', '户籍')
  await picture(page, 'registrations')
  await press(page, '确认使用')
  await expect(page.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()
  await picture(page, 'confirm-registration')
})

const GRANDPARENTS = '使用祖父母（外祖父母）不动产权证'

async function askForGrandparent(page: Page, name: string, idNumber: string): Promise<void> {
  await page.getByLabel('老人的姓名').fill(name)
  await page.getByLabel('老人的身份证号').fill(idNumber)
  await page.getByRole('checkbox').check()
  await press(page, '查询')
}

test('a grandfather’s deed', async ({ page }) => {
  await atBasis(page, 'grandparent-paternal', GRANDPARENTS)
  await picture(page, 'grandparent')
  await press(page, '查询')
  await expect(page.getByText('没有勾选老人同意')).toBeVisible()
  await picture(page, 'grandparent-errors')
  await askForGrandparent(page, '鲁德厚', '360199195710011110')
  await expect(page.getByRole('heading', { level: 1, name: '亲属关系已核实' })).toBeVisible()
  await picture(page, 'binding')
  await press(page, '确认绑定（外）祖父母')
  await expect(page.getByText('查到已绑定的老人 1 套房产')).toBeVisible()
  await picture(page, 'grandparent-deeds')
  const deeds = page.url()
  await page.goto(deeds.replace(/deed$/, 'grandparent'))
  await picture(page, 'grandparent-bound')
  await page.goto(deeds.replace(/deed$/, 'basis'))
  await picture(page, 'basis-grandparent-bound')
  await page.goto(deeds)
  await page.getByRole('radio').first().check()
  await press(page, '确认使用')
  await press(page, '使用该房产入学')
  await expect(page.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()
  await picture(page, 'confirm-grandparent')
})

test('a grandmother whom no register knows', async ({ page }) => {
  await atBasis(page, 'grandparent-paternal-unproved', GRANDPARENTS)
  await askForGrandparent(page, '艾素珍', '360199195812121302')
  await expect(page.getByRole('link', { name: '补充（外）祖父母材料' })).toBeVisible()
  await picture(page, 'grandparent-unproved')
  await countyApproves('kinship', '艾素珍', '360199195812121302')
  await page.goto(page.url().replace(/\/grandparent$/, ''))
  await picture(page, 'binding-approved')
  await press(page, '确认绑定（外）祖父母')
  await expect(page.getByLabel('不动产权证号')).toBeVisible()
  await picture(page, 'certificate')
  await page.getByLabel('不动产权证号').fill('赣（2019）安义县不动产权第9911001号')
  await press(page, '查询')
  await expect(page.getByText('没有查到这位老人的这本不动产权证')).toBeVisible()
  await picture(page, 'certificate-not-found')
})

test('a grandparent while the register is silent', async ({ page }) => {
  await atBasis(page, 'grandparent-paternal', GRANDPARENTS)
  await whileSilent('relations', () => askForGrandparent(page, '鲁德厚', '360199195710011110').then(() => expect(page.getByRole('heading', { level: 1, name: '户籍登记暂时没有回应' })).toBeVisible()))
  await picture(page, 'grandparent-silent')
})

test('no valid materials', async ({ page }) => {
  await atBasis(page, 'residence-permit', '无有效材料')
  await picture(page, 'no-materials')
  await countyApproves('materials', 'RESIDENCE_PERMIT', '江西省南昌市安义县龙津镇京庄社区8号')
  await page.reload()
  await picture(page, 'no-materials-approved')
  await press(page, '确认，看学位预分配信息')
  await expect(page.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()
  await picture(page, 'confirm-no-materials')
})

test('the five bases on a wide screen', async ({ page }) => {
  await signIn(page, family('deed-outside-household'))
  await queryChild(page, family('deed-outside-household').child.idNumber)
  await walkToBasis(page)
  await page.setViewportSize({ width: 1280, height: 844 })
  await picture(page, 'basis-1280')
})

for (const [walk, name] of [['born-day-after', 'age-refusal'], ['record-wrong-mother', 'record-not-named'], ['child-not-on-record', 'record-not-found']] as const) {
  test(name, async ({ page }) => {
    await signIn(page, family(walk))
    await queryChild(page, family(walk).child.idNumber)
    await expect(page.getByRole('heading', { name: /年龄不符|监护人里没有您|没有查到这个学生/ })).toBeVisible()
    await picture(page, name)
    if (name !== 'record-not-found') return
    await page.getByRole('link', { name: '入学登记' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '入学登记' })).toBeVisible()
    await picture(page, 'appeal-desk')
  })
}

test('what the other parent sees after a submission', async ({ page, browser }) => {
  const walk = family('separated-mother')
  await signIn(page, walk)
  await queryChild(page, walk.child.idNumber)
  await walkToDeeds(page)
  await expect(page.getByRole('heading', { level: 1, name: '使用不动产权证' })).toBeVisible()
  await picture(page, 'deeds-other-guardian')
  await walkToConfirmation(page)
  await afterReading(page)
  await press(page, '提交入学信息')
  await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
  const other = await context.newPage()
  await signIn(other, family('separated-father'))
  await queryChild(other, walk.child.idNumber)
  await expect(other.getByText('已由另一位监护人提交')).toBeVisible()
  await picture(other, 'children-other-guardian')
  await context.close()
})
