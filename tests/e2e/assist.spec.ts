import { expect, type Browser, type Page } from '@playwright/test'
import { setSeasonClock } from '../support/clock'
import { family, type Walk } from '../support/families'
import { aJpeg } from '../support/pictures'
import { appDatabaseUrl } from '../support/running-app'
import { agree, atRecord, bringEverything, decide, fill, save, sendOff, TYPED } from './appeal-walk'
import { DESK, signedInAs } from './staff'
import { axeOn } from './sound'
import { test } from './test'
import { afterReading, chooseBasis, press, queryChild, walkToConfirmation, walkToDeeds } from './walk'

const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

async function isClean(page: Page): Promise<void> {
  const { violations } = await axeOn(page).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}

/** The signed consent, after which this browser is on the family's side of the house. */
async function consentScanned(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: '窗口代办同意书' })).toBeVisible()
  await page.getByLabel('签好字的同意书').setInputFiles({ name: 'scan.jpg', mimeType: 'image/jpeg', buffer: await aJpeg({ width: 600, height: 800 }) })
  await press(page, '上传并开始代办')
}

async function anOfficer(browser: Browser, role: 'desk' | 'admin', name: string): Promise<Page> {
  const page = await (await browser.newContext(DESK)).newPage()
  await signedInAs(page, role, { name })
  return page
}

const banner = (page: Page, { guardian }: Walk) => page.getByText(`窗口代办：周岚 为 ${guardian.name} 办理`)

test.describe('R-46 at the desk', () => {
  test.use(DESK)

  test('R-46 R-27 a family without a phone, from the desk to the printed receipt with the officer’s name', async ({ page }) => {
    const walk = family('deed-father')
    await signedInAs(page, 'desk', { name: '周岚' })
    await page.goto('/console/desk')
    await isClean(page)
    await page.getByRole('link', { name: '开始代办' }).click()
    await page.getByLabel('监护人姓名').fill(walk.guardian.name)
    await page.getByLabel('监护人身份证号').fill(walk.guardian.idNumber)
    await page.getByLabel(/身份证原件已核对/).check()
    await press(page, '下一步：签同意书')
    await expect(page.getByRole('link', { name: '本人不在场，不能代办。' })).toBeVisible()
    await isClean(page)
    await expect(page.getByLabel('监护人身份证号')).toHaveValue(walk.guardian.idNumber)
    await page.getByLabel(/身份证原件已核对/).check()
    await page.getByLabel(/本人在场/).check()
    await press(page, '下一步：签同意书')
    await heading(page, new RegExp(`^代办登记：${walk.guardian.name}`))
    await isClean(page)
    await press(page, '上传并开始代办')
    await expect(page.getByText('请先扫描监护人签字的同意书。')).toBeVisible()
    await consentScanned(page)
    await heading(page, '我的孩子')
    await expect(banner(page, walk)).toBeVisible()
    await isClean(page)

    await queryChild(page, walk.child.idNumber)
    await walkToDeeds(page)
    await walkToConfirmation(page)
    await expect(page.getByRole('button', { name: '提交入学信息' })).toHaveAttribute('aria-disabled', 'true')
    await afterReading(page)
    await press(page, '提交入学信息')
    await heading(page, '登记已提交')
    await expect(page.getByText('由窗口工作人员周岚代办')).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('由窗口工作人员周岚代办')).toBeVisible()
    await expect(banner(page, walk)).toBeHidden()
    await page.emulateMedia({ media: 'screen' })

    await press(page, '结束代办')
    await heading(page, '线下窗口')
    await page.goto('/register')
    await expect(page).toHaveURL(/\/sign-in\?to=/)
  })
})

test.describe('R-18 after the close', () => {
  test.afterEach(() => setSeasonClock(appDatabaseUrl(), '2023-08-16 09:00:00.000'))

  test('R-18 R-46 what an appeal left open is completed by one officer and approved by another', async ({ page, browser }) => {
    const walk = await atRecord(page, 'child-not-on-record')
    await page.getByRole('link', { name: '入学登记' }).click()
    await fill(page, TYPED.notFound)
    await save(page)
    await bringEverything(page)
    await sendOff(page)
    await setSeasonClock(appDatabaseUrl(), '2023-08-26 10:00:00.000')
    await decide(page, 'approve')

    const first = await anOfficer(browser, 'desk', '周岚')
    await first.goto('/console/desk')
    await first.getByRole('link', { name: /待办 1 份/ }).click()
    await isClean(first)
    await first.getByRole('link', { name: TYPED.notFound.孩子的姓名 }).click()
    await first.getByLabel(/身份证原件已核对/).check()
    await isClean(first)
    await press(first, '下一步：签同意书')
    await consentScanned(first)
    await expect(banner(first, walk)).toBeVisible()
    await agree(first)
    await press(first, '确认')
    await chooseBasis(first, '使用不动产权证')
    await walkToConfirmation(first)
    await afterReading(first)
    await press(first, '提交入学信息')
    await expect(first.getByText('待复核', { exact: true })).toBeVisible()
    await press(first, '结束代办')
    await page.goto('/register')
    await expect(page.getByText('待复核', { exact: true })).toBeVisible()

    const second = await anOfficer(browser, 'admin', '刘建波')
    await second.goto('/console/desk/completions')
    await second.getByRole('link', { name: TYPED.notFound.孩子的姓名 }).click()
    await isClean(second)
    await second.getByRole('radio', { name: '通过', exact: true }).check()
    await press(second, '提交决定')
    await expect(second.getByText('已通过', { exact: true }).first()).toBeVisible()

    await page.reload()
    await page.getByRole('link', { name: /^回执/ }).click()
    await expect(page.getByText('办理周岚')).toBeVisible()
    await expect(page.getByText('复核刘建波')).toBeVisible()
  })
})
