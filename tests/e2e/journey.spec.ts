import { expect } from '@playwright/test'
import { family } from '../support/families'
import { count } from './database'
import { afterReading, atConfirmation, press, queryChild, signIn, signInThroughPages, walkToConfirmation, walkToDeeds } from './walk'
import { test } from './test'

test('R-07 R-08 R-10 R-13 R-14 R-17 R-19 R-22 R-25 R-27 R-28 R-31 from sign-in to receipt, waiting the fifteen seconds', async ({ page }) => {
  const walk = family('deed-father')
  await page.goto('/')
  await page.getByRole('link', { name: '小学入学' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await signInThroughPages(page, walk)
  await page.getByRole('link', { name: '公办采集' }).click()
  await queryChild(page, walk.child.idNumber)
  await walkToDeeds(page)
  await walkToConfirmation(page)

  for (const field of ['生源类别', '学位预分配信息', '学生户籍地址', '入学房产地址', '入学房产类型', '产权人', '不动产权证号']) {
    await expect(page.getByRole('term').filter({ hasText: field }).first(), field).toBeVisible()
  }
  await expect(page.getByText('第一类：房户一致')).toBeVisible()
  await expect(page.getByText('并非最终结果')).toBeVisible()
  await expect(page.getByText('距采集截止还有')).toBeVisible()
  await expect(page.getByRole('heading', { name: '重要提醒' })).toBeVisible()
  await page.getByText('点击查看更多户籍信息').click()
  await expect(page.getByRole('heading', { name: '父亲：程远航' })).toBeVisible()

  const submit = page.getByRole('button', { name: '提交入学信息' })
  await expect(submit).toHaveAttribute('aria-disabled', 'true')
  await submit.click({ force: true })
  await expect(page).toHaveURL(/\/confirm$/)
  await expect(submit).not.toHaveAttribute('aria-disabled', 'true', { timeout: 20_000 })
  await submit.click()

  await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
  await expect(page.getByText(/^3601232023-/)).toBeVisible()
  await expect(page.getByRole('heading', { name: '重要提醒' })).toBeVisible()
  await expect(page.getByRole('button', { name: '保存或打印回执' })).toBeVisible()

  const done = page.url()
  await page.goBack()
  await page.goto(done.replace('/done', '/deed'))
  await expect(page).toHaveURL(done)
  await page.goto('/register')
  await expect(page.getByText('已提交')).toBeVisible()
})

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('R-05 R-07 one signs in, and comes to one’s children', async ({ page }) => {
    await signInThroughPages(page, family('deed-mother'))
    await expect(page.getByRole('heading', { level: 1, name: '我的孩子' })).toBeVisible()
  })

  test('R-27 R-31 the whole way; the server holds the fifteen seconds and says how many are left', async ({ page }) => {
    await atConfirmation(page, 'deed-mother')
    await press(page, '提交入学信息')
    await expect(page.getByRole('alert')).toContainText(/还要 1[0-5] 秒/)
    await afterReading(page)
    await press(page, '提交入学信息')
    await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
    await expect(page.getByText('龙津小学').first()).toBeVisible()
  })

  test('R-30 「添加多个学生/多胞胎」 starts the next child', async ({ page }) => {
    await atConfirmation(page, 'twin-first')
    await afterReading(page)
    await press(page, '提交入学信息')
    await page.getByRole('link', { name: '添加多个学生/多胞胎' }).click()
    await expect(page.getByRole('radio', { name: '安义县' })).toBeChecked()
    await page.getByLabel('学生身份证号').fill(family('twin-second').child.idNumber)
    await page.getByRole('checkbox').check()
    await press(page, '查询学生信息')
    await walkToDeeds(page)
    await expect(page.getByRole('radio').first()).toBeChecked()
    await walkToConfirmation(page)
    await afterReading(page)
    await press(page, '提交入学信息')
    await page.goto('/register')
    await expect(page.getByText('已提交')).toHaveCount(2)
  })
})

test('pressed twice in two tabs there is one submission, and both see the same receipt', async ({ page, context }) => {
  await atConfirmation(page, 'deed-student')
  await afterReading(page)
  const second = await context.newPage()
  await second.goto(page.url())
  const before = await count('submissions')
  await press(page, '提交入学信息')
  await expect(page.getByRole('heading', { name: '登记已提交' })).toBeVisible()
  await press(second, '提交入学信息')
  await expect(second.getByRole('heading', { name: '登记已提交' })).toBeVisible()
  expect(second.url()).toBe(page.url())
  expect(await count('submissions')).toBe(before + 1)
})

test('R-26 「选择其他房产」 goes back, and the reading starts again', async ({ page }) => {
  await atConfirmation(page, 'deed-other-zone')
  await afterReading(page)
  await page.getByRole('link', { name: '选择其他房产' }).click()
  await walkToConfirmation(page)
  await expect(page.getByText(/还有 1[0-5] 秒可以提交/)).toBeVisible()
  await expect(page.getByText(/离第一类只差一项/)).toBeVisible()
})

test('left on one phone, resumed on another where it was', async ({ page, browser }) => {
  const walk = family('born-last-day')
  await signIn(page, walk)
  await queryChild(page, walk.child.idNumber)
  await walkToDeeds(page)
  const other = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const phone = await other.newPage()
  await signIn(phone, walk)
  await phone.getByRole('link', { name: '公办采集' }).click()
  await expect(phone.getByRole('heading', { level: 1, name: '使用不动产权证' })).toBeVisible()
  await other.close()
})
