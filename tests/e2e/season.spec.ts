import { expect } from '@playwright/test'
import { setSeasonClock } from '../support/clock'
import { family } from '../support/families'
import { appDatabaseUrl } from '../support/running-app'
import { count } from './database'
import { axeOn } from './sound'
import { test } from './test'
import { afterReading, atConfirmation, press, signIn } from './walk'

test.afterEach(() => setSeasonClock(appDatabaseUrl(), '2023-08-16 09:00:00.000'))

const OUTSIDE = [
  ['2023-08-13 23:50:00.000', '采集还没有开始', '距采集开始还有'],
  ['2023-08-25 00:00:00.000', '采集已经截止', '采集已经截止'],
] as const

for (const [local, title, countdown] of OUTSIDE) {
  test(`R-01 at ${local} the pages say so, and nothing can be begun`, async ({ page }) => {
    await setSeasonClock(appDatabaseUrl(), local)
    await page.goto('/')
    await expect(page.getByText(title).first()).toBeVisible()
    await expect(page.getByText(countdown).first()).toBeVisible()
    await expect(page.getByRole('link', { name: '小学入学' })).toHaveCount(0)
    expect((await axeOn(page).analyze()).violations).toEqual([])
    await signIn(page, family('deed-father'))
    await expect(page.getByText(title).first()).toBeVisible()
    await expect(page.getByRole('link', { name: '公办采集' })).toHaveCount(0)
    expect((await axeOn(page).analyze()).violations).toEqual([])
    await page.goto('/register/start')
    await expect(page).toHaveURL(/\/register$/)
    await expect(page.getByText(title).first()).toBeVisible()
  })
}

test('R-01 R-29 a page that was open when the season closed submits nothing, and says why', async ({ page }) => {
  await atConfirmation(page, 'deed-father')
  await afterReading(page)
  await setSeasonClock(appDatabaseUrl(), '2023-08-25 00:00:00.000')
  await press(page, '提交入学信息')
  await expect(page.getByText('采集已经截止').first()).toBeVisible()
  expect(await count('submissions')).toBe(0)
  await page.goto('/register')
  await expect(page.getByText('这份登记没有提交')).toBeVisible()
  await expect(page.getByRole('link', { name: '公办采集' })).toHaveCount(0)
})
