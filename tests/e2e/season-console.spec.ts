import { readdirSync, readFileSync } from 'node:fs'
import { expect, type Browser } from '@playwright/test'
import { setSeasonClock } from '../support/clock'
import { removeSeason } from '../support/database'
import { family } from '../support/families'
import { appDatabaseUrl } from '../support/running-app'
import { isSoundAtADesk } from './sound'
import { DESK, signedInAs } from './staff'
import { test } from './test'
import { afterReading, press, queryChild, signIn, walkToConfirmation, walkToDeeds } from './walk'

const FOLDER = 'prisma/seasons/360123-2023'
const COUNTY = '360123'

test.afterEach(async () => {
  await setSeasonClock(appDatabaseUrl(), '2023-08-16 09:00:00.000')
  await removeSeason(appDatabaseUrl(), COUNTY, 2024)
})

/** The folder of the year before with its dates a year on, as an officer would hand it in: with three slips. */
function nextYear() {
  const slips: Readonly<Record<string, (text: string) => string>> = {
    'season.json': (text) => text.replaceAll(/20(?:16|17|23)(?=年|-\d\d-\d\d|,\n)/g, (year) => String(Number(year) + 1)).replace('2024-08-25T00:00:00+08:00', '2024-08-25'),
    'catchment.csv': (text) => text.replace(',文峰路,,odd,', ',文峰路,,od,'),
    'schools.csv': (text) => text.replace(',270,', ',二百七,'),
  }
  return readdirSync(FOLDER).map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from((slips[name] ?? ((text: string) => text))(readFileSync(`${FOLDER}/${name}`, 'utf8'))) }))
}

async function administrator(browser: Browser, name: string) {
  const page = await (await browser.newContext(DESK)).newPage()
  await signedInAs(page, 'admin', { name })
  return page
}

test('R-51 R-52 next year’s season: from files, three findings mended in place, two administrators, and a parent registers in it', async ({ browser, page }) => {
  const first = await administrator(browser, '甘主任')
  await first.goto('/console/season')
  await first.getByLabel('文件，可以多选').setInputFiles(nextYear())
  await press(first, '上传并起草')
  await expect(first.getByText('发现 3 处问题，改完才能发布。')).toBeVisible()

  await first.getByRole('link', { name: '学区 catchment.csv 第 4 行' }).click()
  await first.getByLabel('单双号', { exact: true }).selectOption('单号')
  await press(first, '保存这一行')
  await expect(first.getByRole('row', { name: /文峰路/ }).first()).toHaveClass('is-current')
  await first.getByRole('link', { name: '总览' }).click()
  await first.getByRole('link', { name: '学校 schools.csv 第 2 行' }).click()
  await first.getByLabel('学位数').fill('280')
  await press(first, '保存这一行')
  await expect(first.getByRole('row', { name: /龙津小学.*280/ })).toHaveClass('is-current')
  await first.getByRole('link', { name: /^发布/ }).click()
  await expect(first.getByText('还有 1 处问题，改完才能提请发布')).toBeVisible()
  await first.getByRole('link', { name: '日期与规则 season.json 第 8 行' }).click()
  await expect(first.getByText('「2024-08-25」不是带时区的时刻')).toBeVisible()
  await isSoundAtADesk(first, 'settings with a fault at its field')
  await first.getByLabel('截止登记').fill('2024-08-25T00:00')
  await press(first, '保存')
  await expect(first.getByText('已保存。')).toBeVisible()
  await first.getByRole('link', { name: '隐私协议' }).click()
  await expect(first.getByRole('heading', { name: '家长看到的样子' })).toBeVisible()
  await isSoundAtADesk(first, 'the agreement beside its preview')
  await first.getByRole('link', { name: /^发布/ }).click()
  await expect(first.getByText('没有检查出问题。')).toBeVisible()
  await isSoundAtADesk(first, 'a draft that can be published')
  await press(first, '提请发布')
  await expect(first.getByText('要由另一位工作人员复核，自己提的不能自己批。')).toBeVisible()

  const second = await administrator(browser, '刘主任')
  await second.goto('/console/overview')
  await second.getByRole('link', { name: '另一位管理员提请了 1 项，等您决定' }).click()
  await isSoundAtADesk(second, 'what waits for the second administrator', '招生方案')
  await second.getByRole('link', { name: '发布招生方案，2024 年' }).click()
  await isSoundAtADesk(second, 'a proposal before the second administrator', '发布招生方案，2024 年')
  await expect(second.getByText('2017年1月1日到2018年8月31日出生的孩子可以报名')).toBeVisible()
  await second.getByLabel('给提出人的话').fill('学位数要先报局里')
  await press(second, '不同意')
  await expect(second.getByText('已退回给提出人。')).toBeVisible()
  await first.goto('/console/season')
  await first.getByRole('link', { name: '2024 年', exact: true }).click()
  await expect(first.getByText('学位数要先报局里')).toBeVisible()
  await first.getByRole('link', { name: /^发布/ }).click()
  await press(first, '提请发布')
  await expect(first.getByText('已提请，等另一位管理员决定。')).toBeVisible()
  await second.goto(first.url())
  await press(second, '同意，发布')
  await expect(second.getByText('已发布。')).toBeVisible()
  await second.getByRole('link', { name: '延长登记时间' }).click()
  await isSoundAtADesk(second, 'a later close', '延长登记时间')

  // And this year's is still amended, though it is not the newest any more.
  await second.goto('/console/season')
  await expect(second.getByRole('button', { name: '修订 2023 年' })).toBeVisible()

  // While this year's season is open, next year's is announced and nothing else.
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2023')
  await page.getByRole('link', { name: /2024年/ }).click()
  await expect(page.getByText('采集还没有开始')).toBeVisible()

  await setSeasonClock(appDatabaseUrl(), '2024-08-16 09:00:00.000')
  const walk = family('deed-father')
  await signIn(page, walk)
  await queryChild(page, walk.child.idNumber)
  await walkToDeeds(page)
  await walkToConfirmation(page)
  await afterReading(page)
  await press(page, '提交入学信息')
  await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
  await expect(page.getByText(/^3601232024-/).first()).toBeVisible()

  await page.goto('/?county=360124')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('进贤县')
  await expect(page.getByText('采集已经截止').first()).toBeVisible()
  await expect(page.getByText(/进贤县2024/)).toHaveCount(0)
})
