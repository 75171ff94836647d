import { expect, type Page } from '@playwright/test'
import { count, whileSilent } from './database'
import { isSound } from './sound'
import { afterReading, atBasis, press, walkFromStart } from './walk'
import { test } from './test'

const NUMBER = 'AY2023991501'

async function query(page: Page, number: string): Promise<void> {
  await page.getByLabel('购房合同编号').fill(number)
  await press(page, '查询')
}

test('R-37 R-38 by contract from sign-in to receipt: the number is typed, mended, found; fifteen seconds; submit; axe', async ({ page }) => {
  test.setTimeout(120_000)
  await walkFromStart(page, 'contract', '使用购房合同')
  await isSound(page, 'contract')
  await press(page, '查询')
  await expect(page.getByText('请填写购房合同编号')).toBeVisible()
  await isSound(page, 'contract with an error')

  await query(page, 'AY2023991510')
  await expect(page.getByText('没有查到您家的这份合同')).toBeVisible()
  await expect(page.getByLabel('购房合同编号')).toHaveValue('AY2023991510')
  expect(page.url()).not.toContain('AY2023')
  await isSound(page, 'contract not found')

  await query(page, NUMBER)
  await expect(page.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()
  for (const field of ['生源类别', '学位预分配信息', '学生户籍地址', '入学房产地址', '入学房产类型', '买受人', '合同编号']) {
    await expect(page.getByRole('term').filter({ hasText: field }).first(), field).toBeVisible()
  }
  await expect(page.getByText('第四类：购房合同')).toBeVisible()
  await isSound(page, 'confirmation of a contract')
  await expect(page.getByText('买受人就是您本人')).toBeVisible()
  await expect(page.getByRole('button', { name: '提交入学信息' })).toHaveAttribute('aria-disabled', 'true')

  await page.getByRole('link', { name: '选择其它房产' }).click()
  await expect(page.getByText('这份合同可以用来入学。')).toBeVisible()
  await isSound(page, 'contract found')
  await page.getByRole('link', { name: '下一步：看判定结果' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()

  await afterReading(page)
  await press(page, '提交入学信息')
  await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
  await expect(page.getByText('使用购房合同')).toBeVisible()
  await expect(page.getByText('实验学校').first()).toBeVisible()
  expect(await count('submissions')).toBe(1)
})

test('R-37 with the other guardian signed in the page says who must sign in, by masked name, and nothing of the flat', async ({ page }) => {
  await atBasis(page, 'contract-mother-signs-in', '使用购房合同')
  await query(page, NUMBER)
  await expect(page.getByText(/请岳\*\*用自己的昌通码登录/)).toBeVisible()
  await expect(page.getByText('蔚蓝国际')).toHaveCount(0)
  await isSound(page, 'contract of the other guardian')
  await page.getByRole('button', { name: /换买房人登录/ }).click()
  await expect(page).toHaveURL(/\/sign-in/)
})

test('R-37 a register that does not answer: the page says what happens next, the number stays, 「重新查询」 goes on', async ({ page }) => {
  await atBasis(page, 'contract', '使用购房合同')
  await whileSilent('contracts', async () => {
    await query(page, NUMBER)
    await expect(page.getByRole('heading', { level: 1, name: '购房合同备案暂时没有回应' })).toBeVisible()
    await expect(page.getByText('您填的编号已经保存')).toBeVisible()
    await isSound(page, 'contracts silent')
    await expect(page.getByLabel('购房合同编号')).toHaveValue(NUMBER)
  })
  await press(page, '重新查询')
  await expect(page.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()
})

test('R-17 R-27 another basis drops the contract, remembers what it would give, and starts the reading again', async ({ page }) => {
  await atBasis(page, 'contract', '使用购房合同')
  await query(page, NUMBER)
  await expect(page.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()
  await afterReading(page)
  await page.getByRole('link', { name: '选择其它房产' }).click()
  await page.getByRole('link', { name: '换一种入学方式' }).click()
  await expect(page.getByText('第四类')).toBeVisible()
  await press(page, '下一步：选择房产')
  await expect(page.getByLabel('购房合同编号')).toHaveValue(NUMBER)
  await press(page, '查询')
  await expect(page.getByText(/还有 1[0-5] 秒可以提交/)).toBeVisible()
})

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('R-37 a stranger’s contract reads like one that does not exist', async ({ page }) => {
    await atBasis(page, 'no-property', '使用购房合同')
    const read: string[] = []
    for (const number of [NUMBER, 'AY2023000000']) {
      // The words of the first answer still stand while the second is on its way: only a page that was loaded anew counts.
      await Promise.all([page.waitForEvent('load'), query(page, number)])
      await expect(page.getByLabel('购房合同编号')).toHaveValue(number)
      await expect(page.getByText('没有查到您家的这份合同')).toBeVisible()
      read.push(await page.locator('main').innerText())
    }
    expect(read[0]).toBe(read[1])
  })

  test('R-37 R-38 the whole way by contract; what was typed stays beside the fault', async ({ page }) => {
    await walkFromStart(page, 'contract', '使用购房合同')
    await query(page, '1'.repeat(101))
    await expect(page.getByText('编号太长了。请对照合同，只填编号。')).toBeVisible()
    await expect(page.getByLabel('购房合同编号')).toHaveValue('1'.repeat(101))
    await query(page, NUMBER)
    await press(page, '提交入学信息')
    await expect(page.getByRole('alert')).toContainText(/还要 1[0-5] 秒/)
    await afterReading(page)
    await press(page, '提交入学信息')
    await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
  })
})
