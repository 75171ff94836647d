import { expect } from '@playwright/test'
import { family } from '../support/families'
import { afterReading, atBasis, atConfirmation, press, queryChild, signIn, walkToBasis, walkToConfirmation } from './walk'
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

const LISTS = [
  ['no-property', 'no property', '查到 0 套房产'],
  ['deed-unmatched', 'an unmatched address', '使用不动产权证'],
  ['deed-shop', 'a shop', '使用不动产权证'],
  ['deed-other-county', 'a deed of another county', '使用不动产权证'],
  ['yanghu-deed', 'a choice zone', '使用不动产权证'],
] as const

for (const [walk, what, heading] of LISTS) {
  test(`axe finds nothing with ${what}`, async ({ page }) => {
    await atBasis(page, walk, '使用不动产权证', heading)
    await isSound(page, what)
    if (walk !== 'yanghu-deed') return
    await walkToConfirmation(page)
    await isSound(page, 'choice before')
    await page.getByLabel('志愿学校').selectOption({ label: '安义三小' })
    await press(page, '选定志愿学校')
    await expect(page.getByRole('button', { name: '改选这所学校' })).toBeVisible()
    await isSound(page, 'choice after')
  })
}

test('axe finds nothing while registers are silent', async ({ page }) => {
  const { child, ...walk } = family('contract')
  await signIn(page, walk)
  await queryChild(page, child.idNumber)
  await whileSilent('properties', async () => {
    await walkToBasis(page)
    await expect(page.getByText('判定这种方式要看家庭的房产').first()).toBeVisible()
    await isSound(page, 'bases, properties unknown')
  })
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
