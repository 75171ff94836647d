import { expect } from '@playwright/test'
import { isSound } from './sound'
import { test } from './test'
import { press } from './walk'

test('R-51 a parent without an account types an address and reads row, school and phones, and that it is a forecast', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: '按地址查学校' }).click()
  await press(page, '查学校')
  await expect(page.getByRole('alert').getByText('请填写地址')).toBeVisible()
  await page.getByLabel('住址').fill('龙津镇文峰路 58 号')
  await press(page, '查学校')
  await expect(page.getByRole('heading', { name: '对上了学区表' })).toBeFocused()
  await expect(page.getByText('文峰路双号 2-100 号（学区表 YF-03）')).toBeVisible()
  await expect(page.getByText('逸夫小学', { exact: false }).first()).toBeVisible()
  await expect(page.getByText('并非最终结果')).toBeVisible()
  await expect(page.getByLabel('住址')).toHaveValue('龙津镇文峰路 58 号')
  expect(page.url()).not.toContain(encodeURIComponent('文峰路'))
  await isSound(page, 'an address that has its row', '按地址查学校')
  // The next answer stands alone: of two, one reads the school of another address.
  await page.getByLabel('住址').fill('火星路 1 号')
  await press(page, '再查一次')
  await expect(page.getByRole('heading', { name: '学区表里没有对上这个地址' })).toBeFocused()
  await expect(page.getByRole('heading', { name: '对上了学区表' })).toHaveCount(0)
})

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('R-51 an address that no row fits says what to do next, and shows what the table has of its road', async ({ page }) => {
    await page.goto('/addresses?county=360123')
    await page.getByLabel('住址').fill('文峰路')
    await press(page, '查学校')
    await expect(page.getByText('学区表里没有对上这个地址').or(page.getByText('可能属于下面几处'))).toBeVisible()
    await expect(page.getByText('文峰路单号 1-99 号', { exact: false })).toBeVisible()
  })
})
