import { expect } from '@playwright/test'
import { family } from '../support/families'
import { isSound } from './sound'
import { afterReading, atBasis, press, queryChild, signIn, walkFromStart, walkToBasis } from './walk'
import { test } from './test'

test('R-40 by registration from sign-in to receipt', async ({ page }) => {
  await walkFromStart(page, 'no-property', '户籍')
  await expect(page.getByText('学生、父亲、母亲的户籍')).toBeVisible()
  await page.getByRole('radio').first().check()
  await press(page, '确认使用')
  await expect(page.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()
  await expect(page.getByText('第六类：城区户籍无房产')).toBeVisible()
  await expect(page.getByText('用的是学生户籍')).toBeVisible()
  await isSound(page, 'confirmation of a registration')
  await expect(page.getByRole('term').filter({ hasText: '入学户籍地址' })).toBeVisible()
  await expect(page.getByRole('term').filter({ hasText: '产权人' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '提交入学信息' })).toHaveAttribute('aria-disabled', 'true')
  await page.goto('/register')
  await expect(page.getByText('都填好了，看过结果就可以提交。')).toBeVisible()
  await isSound(page, 'children, ready to submit')
  await page.getByRole('link', { name: '公办采集' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()
  await afterReading(page)
  await press(page, '提交入学信息')
  await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
  await expect(page.getByRole('term').filter({ hasText: '入学户籍' })).toBeVisible()
  await page.goto('/register')
  await expect(page.getByText('预分配龙津小学，等待公布最终分配结果。')).toBeVisible()
})

test('R-39 a student of a village reads why the registration cannot be used', async ({ page }) => {
  const { child, ...walk } = family('village')
  await signIn(page, walk)
  await queryChild(page, child.idNumber)
  await walkToBasis(page)
  await expect(page.getByText('学生的户籍不在城区，按规定不能用这种方式。')).toBeVisible()
  await expect(page.getByRole('radio', { name: /^户籍/ })).toHaveCount(0)
})

test('R-14 R-40 of another guardian’s household no address is shown, only who must sign in', async ({ page }) => {
  await atBasis(page, 'separated-father', '户籍')
  await expect(page.getByText(/地址不显示。要用这个地址，请母亲用自己的昌通码登录/)).toBeVisible()
  await expect(page.getByText('阳光花园')).toHaveCount(0)
  await expect(page.getByRole('radio')).toHaveCount(1)
  await isSound(page, 'registrations')
})

test('R-17 each open basis shows its category and school before anything is chosen', async ({ page }) => {
  const { child, ...walk } = family('deed-shop')
  await signIn(page, walk)
  await queryChild(page, child.idNumber)
  await walkToBasis(page)
  const registration = page.locator('label.choice').filter({ has: page.getByRole('radio', { name: /^户籍/ }) })
  await expect(registration).toContainText('第六类')
  await expect(registration).toContainText('实验学校')
  await expect(page.locator('label.choice').filter({ hasText: '使用购房合同' })).toContainText('填写合同编号后判定')
})

test('R-41 阳湖村过渡学区: no submit without a 志愿学校; choosing one starts the fifteen seconds', async ({ page }) => {
  await atBasis(page, 'yanghu-household', '户籍')
  await press(page, '确认使用')
  await expect(page.getByRole('heading', { name: '阳湖村过渡学区' })).toBeVisible()
  await expect(page.getByRole('button', { name: '提交入学信息' })).toHaveCount(0)
  await press(page, '选定志愿学校')
  await expect(page.getByText('请选择志愿学校')).toBeVisible()
  await expect(page.locator('#errors').getByRole('link', { name: '没有选择志愿学校' })).toHaveAttribute('href', '#school')
  await page.getByLabel('志愿学校').selectOption({ label: '逸夫小学' })
  await press(page, '选定志愿学校')
  await expect(page.getByText(/还有 1[0-5] 秒可以提交/)).toBeVisible()
  await afterReading(page)
  await press(page, '提交入学信息')
  await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
  await expect(page.getByText('逸夫小学').first()).toBeVisible()
})

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('R-40 R-41 the whole way by registration, with the choice of a school', async ({ page }) => {
    await walkFromStart(page, 'yanghu-household', '户籍')
    await press(page, '确认使用')
    await page.getByLabel('志愿学校').selectOption({ label: '安义三小' })
    await press(page, '选定志愿学校')
    await press(page, '提交入学信息')
    await expect(page.getByRole('alert')).toContainText(/还要 1[0-5] 秒/)
    await afterReading(page)
    await press(page, '提交入学信息')
    await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
    await expect(page.getByText('安义三小').first()).toBeVisible()
  })
})
