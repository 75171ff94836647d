import { expect } from '@playwright/test'
import { family } from '../support/families'
import { afterReading, chooseBasis, press, queryChild, signIn, walkToBasis, walkToConfirmation } from './walk'
import { test } from './test'

test('R-52 a family of the second county registers by its own tables, with its own schools to phone', async ({ page }) => {
  const walk = family('jinxian-deed-outside')
  await page.goto('/?county=360124')
  await expect(page.getByText('岚湖学校').first()).toBeVisible()
  await expect(page.getByText('龙津小学')).toHaveCount(0)
  await signIn(page, walk)
  await queryChild(page, walk.child.idNumber, '进贤县')
  await walkToBasis(page)
  await chooseBasis(page, '使用不动产权证')
  await walkToConfirmation(page)
  await expect(page.getByText('第二类：房产在学区').first()).toBeVisible()
  await expect(page.getByText('岚湖学校').first()).toBeVisible()
  await afterReading(page)
  await press(page, '提交入学信息')
  await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
  await expect(page.getByText(/^3601242023-/).first()).toBeVisible()
  await expect(page.getByText('龙津小学')).toHaveCount(0)
})
