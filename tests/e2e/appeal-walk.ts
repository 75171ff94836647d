import { expect, type Page } from '@playwright/test'
import { aJpeg } from '../support/pictures'
import { withClient } from '../support/database'
import { family, type Walk } from '../support/families'
import { onAppData } from '../support/app-program'
import { appDatabaseUrl } from '../support/running-app'
import { arrive } from './signed-in'
import { fits, isSound } from './sound'
import { afterReading, chooseBasis, press, walkToConfirmation } from './walk'

async function newestAppeal(): Promise<string> {
  return withClient(appDatabaseUrl(), async (client) => String((await client.query('SELECT id FROM appeals ORDER BY created_at DESC LIMIT 1')).rows[0]?.id))
}

/** The reviewer's verdict on the newest appeal, by the county's command on the running application's data, and what the family's page then says. */
export async function decide(page: Page, verdict: 'approve' | 'refuse', reason = ''): Promise<void> {
  // Who reloads while a link to the appeal is still being followed reads the page before once more.
  await expect(page).toHaveURL(/\/appeals\/\w/)
  await onAppData('tests/support/decide.ts', await newestAppeal(), verdict, reason)
  await page.reload()
  await expect(page.getByText(verdict === 'approve' ? '已通过' : '未通过', { exact: true })).toBeVisible()
}

/** A photograph for everything that is asked for, one after another; of pay slips one that covers all the months. */
export async function bringEverything(page: Page): Promise<void> {
  const photo = { name: 'IMG_0412.jpg', mimeType: 'image/jpeg', buffer: await aJpeg({ width: 600, height: 800 }) }
  const bundles = page.locator('section.bundle')
  for (let place = 0; place < (await bundles.count()); place++) {
    const bundle = bundles.nth(place)
    await bundle.locator('input[type=file]').setInputFiles(photo)
    const withoutScript = bundle.getByRole('button', { name: '上传', exact: true })
    if ((await withoutScript.count()) > 0) await withoutScript.click()
    await expect(bundle.getByText('已保存', { exact: true }).first()).toBeVisible()
    const months = bundle.getByRole('checkbox')
    // As quickly as a finger does it: none of the ticks waits for the one before.
    for (let month = 0; month < (await months.count()); month++) await months.nth(month).check()
    await expect(bundle.getByText(/已传 (\d) \/ \1/)).toBeVisible()
  }
}

/** 「提交审核」, with the word that all is true. */
export async function sendOff(page: Page, button: '提交审核' | '修改后再次提交' = '提交审核'): Promise<void> {
  await page.getByLabel(/都是真的/).check()
  await press(page, button)
  await expect(page.getByText('待审核', { exact: true })).toBeVisible()
}

/** A signed-in guardian in front of what the register says of the child. */
export async function atRecord(page: Page, walk: string): Promise<Walk> {
  const applicationId = await arrive(page, walk, 'record')
  await page.goto(`/register/${applicationId}/record`)
  return family(walk)
}

/** From the record, past the agreement, to the household. */
export async function walkToHousehold(page: Page): Promise<void> {
  await press(page, '与实际情况相符')
  await agree(page)
}

export async function agree(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: '隐私保护协议书' })).toBeVisible()
  await page.getByRole('checkbox').check()
  await press(page, '确认')
  await expect(page.getByRole('heading', { level: 1, name: /户籍信息/ })).toBeVisible()
}

/** Types into the fields of an appeal's form by their labels; a select takes the words of its option. */
export async function fill(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(typed)) {
    const field = page.getByLabel(label, { exact: true })
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption({ label: value })
    else await field.fill(value)
  }
}

/** From the appeal's form, filled in by its labels, to the county's approval. */
export async function approved(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  await fill(page, typed)
  await save(page)
  await bringEverything(page)
  await sendOff(page)
  await decide(page, 'approve')
}

/** Refused with a reason, which the family reads, and sent once more with the papers that are there. */
export async function refusedOnce(page: Page): Promise<void> {
  const reason = '有一页拍得不清楚，请重新看一遍再交'
  await decide(page, 'refuse', reason)
  await expect(page.getByText(reason)).toBeVisible()
  await sendOff(page, '修改后再次提交')
}

export async function save(page: Page): Promise<void> {
  await press(page, '保存，下一步上传材料')
  await expect(page.getByRole('heading', { name: '填写的内容' })).toBeVisible()
}

/** From the household over the title deed to the receipt. */
export async function toReceipt(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /户籍信息/ })).toBeVisible()
  await press(page, '确认')
  await expect(page.getByRole('heading', { level: 1, name: '选择入学房产' })).toBeVisible()
  await chooseBasis(page, '使用不动产权证')
  await walkToConfirmation(page)
  await afterReading(page)
  await press(page, '提交入学信息')
  await expect(page.getByRole('heading', { level: 1, name: '登记已提交' })).toBeVisible()
}

/** The page as it stands, and once more in 大字版, to which it changes without leaving: other sizes and colours of the same elements. */
export async function isSoundForAll(page: Page, what: string): Promise<void> {
  const html = page.locator('html')
  await isSound(page, what)
  await press(page, '大字版')
  await expect(html).toHaveAttribute('data-elder', '')
  await fits(page, `${what} in 大字版`, 320)
  await isSound(page, `${what} in 大字版`, undefined, [390])
  await press(page, '标准版')
  await expect(html).not.toHaveAttribute('data-elder')
}

/** What the forms are filled in with: one honest family a kind. */
export const TYPED = {
  kinship: { 是孩子的: '祖母（奶奶）', 是哪一位监护人的父母: '父亲：施平野（当前登录）' },
  notFound: { 孩子的姓名: '车小满', 您和孩子的关系: '父亲', 户口本上的地址: '江西省南昌市安义县龙津镇教育北路58号', 户主是谁: '我本人' },
  mismatch: { 您和孩子的关系: '父亲', 另一位监护人的姓名: '向晚歌', 另一位监护人的身份证号: '360199198803231925', 和孩子的关系: '母亲', 哪里不对: '登记的母亲是别人' },
  unnamed: { 孩子的姓名: '谭小舟', 您和孩子的关系: '母亲', 哪里不对: '我是孩子的母亲，登记的是别人' },
} as const
