import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { withClient } from '../support/database'
import { family } from '../support/families'
import { onAppData } from '../support/app-program'
import { appDatabaseUrl } from '../support/running-app'
import { DESK, signedInAs } from './staff'
import { test } from './test'
import { signIn } from './walk'

test.use(DESK)

async function rows<Row>(query: string): Promise<Row[]> {
  return withClient(appDatabaseUrl(), async (client) => (await client.query(query)).rows)
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const isSoundAt = async (page: Page, what: string) => {
  for (const width of [1280, 900]) {
    await page.setViewportSize({ width, height: 800 })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`), `${what} at ${width}`).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${what} fits ${width}`).toBe(true)
  }
  await page.setViewportSize(DESK.viewport)
}

test('R-47 a reviewer clears ten appeals by keyboard alone', async ({ page, browser }) => {
  test.setTimeout(120_000)
  await onAppData('tests/support/ten-appeals.ts')
  const [first] = await rows<{ id: string }>('SELECT id FROM review_cases ORDER BY due_at, id LIMIT 1')
  await signedInAs(page, 'reviewer')
  await page.goto(`/console/cases/${first?.id}`)
  await expect(heading(page)).toHaveText(/谭小舟/)
  await expect(page.getByRole('row', { name: /母亲 ?不一致/ })).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByText(/您已领取，\d+:\d\d 到期/)).toBeVisible()

  for (let place = 1; place <= 10; place++) {
    const before = await heading(page).textContent()
    await page.keyboard.press('1')
    await expect(page.getByRole('checkbox').first()).toBeChecked()
    if (place === 2) {
      await page.keyboard.press('d')
      await expect(page.getByLabel('原因')).toBeFocused()
      await page.keyboard.press('ArrowDown')
      await expect(page.getByLabel('给家庭的话')).toHaveValue(/^照片看不清/)
    } else if (place === 3) {
      await page.keyboard.press('m')
      await expect(page.getByLabel('补哪一份')).toBeFocused()
      await page.keyboard.press('ArrowDown')
      await page.getByLabel('给家庭的话').focus()
      // While typing, letters are letters.
      await page.keyboard.type('a 右下角被挡住，请重拍')
    } else {
      await page.keyboard.press('a')
      await expect(page.getByRole('radio', { name: '通过', exact: true })).toBeChecked()
    }
    await page.keyboard.press('Control+Enter')
    if (place < 10) await expect(heading(page)).not.toHaveText(before ?? '')
  }
  await page.waitForURL(/done=last/)
  const decided = await rows<{ outcome: string; reason_code: string | null; count: string }>('SELECT outcome, reason_code, count(*) FROM appeal_decisions GROUP BY 1, 2 ORDER BY 1, 2')
  expect(decided.map(({ outcome, reason_code, count }) => [outcome, reason_code, Number(count)])).toEqual([['approved', null, 8], ['refused', 'blurred', 1], ['refused', null, 1]])

  const home = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await signIn(home, family('blended-family'))
  await home.getByRole('link', { name: '看意见，修改后再提交' }).click()
  await expect(home.getByText(/^请补一份：/).first()).toBeVisible()
  await expect(home.getByText('a 右下角被挡住，请重拍')).toBeVisible()
  await home.close()
})

test('R-47 the papers by key and by hand; what changed meanwhile is said, and nothing that was typed is lost; axe', async ({ page }) => {
  await onAppData('tests/support/ten-appeals.ts', '2')
  const { staffId } = await signedInAs(page, 'reviewer')
  const [first, second] = await rows<{ id: string }>('SELECT id FROM review_cases ORDER BY due_at, id')
  await page.goto(`/console/cases/${first?.id}`)
  await page.keyboard.press('c')
  await expect(page.getByText(/您已领取/)).toBeVisible()

  const viewer = page.getByRole('region', { name: '材料照片' })
  const picture = viewer.getByRole('img').first()
  await expect(picture).toHaveJSProperty('complete', true)
  const width = async () => (await picture.boundingBox())?.width ?? 0
  const whole = await width()
  await page.keyboard.press('+')
  expect(await width()).toBeGreaterThan(whole * 1.2)
  await page.keyboard.press('r')
  expect(await width()).toBeGreaterThan(whole * 1.2 * 1.2)
  await page.keyboard.press('ArrowRight')
  await expect(viewer.getByText('2 / 4')).toBeVisible()
  await expect(viewer.getByRole('button', { name: '现在 100%，恢复原大' })).toBeVisible()
  await viewer.getByRole('button', { name: '上一张' }).click()
  await expect(viewer.getByText('1 / 4')).toBeVisible()
  await page.keyboard.press('3')
  await expect(viewer.getByText('3 / 4')).toBeVisible()
  await expect(viewer.getByRole('link', { name: /已核对/ })).toHaveCount(1)

  await page.keyboard.press('v')
  await expect(viewer.getByText('4 / 4')).toBeVisible()
  await page.keyboard.press('v')
  await expect(viewer.getByRole('link', { name: /已核对/ })).toHaveCount(2)

  // In a note Ctrl+Enter sends the note, whatever verdict has been chosen.
  await page.keyboard.press('d')
  await expect(page.getByLabel('原因')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('b')
  await page.keyboard.type('已电话联系父亲')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('listitem').filter({ hasText: '已电话联系父亲' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: '写备注' })).toHaveValue('')

  await page.getByLabel('给家庭的话').fill('监护人页缺户主栏')
  await isSoundAt(page, 'a case in hand')
  await withClient(appDatabaseUrl(), (client) => client.query(`UPDATE review_cases SET claimed_by_id = NULL, claimed_until = NULL WHERE id = $1`, [first?.id]))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: '这件不在您手上' })).toBeFocused()
  await expect(page.getByLabel('给家庭的话')).toHaveValue('监护人页缺户主栏')
  await expect(page.getByRole('checkbox').nth(2)).toBeChecked()
  // Given back meanwhile, the verdict is sent as it stands; what was noted of this family does not stand under the next.
  await withClient(appDatabaseUrl(), (client) => client.query(`UPDATE review_cases SET claimed_by_id = $2, claimed_until = clock_timestamp() + interval '5 minutes' WHERE id = $1`, [first?.id, staffId]))
  await page.keyboard.press('b')
  await page.keyboard.type('母亲下周来补')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(new RegExp(second?.id ?? 'no case'))
  await expect(page.getByRole('textbox', { name: '写备注' })).toHaveValue('')
  expect(await rows('SELECT case_id FROM case_notes')).toEqual([{ case_id: first?.id }, { case_id: first?.id }])

  await expect(page.getByText(/您已领取/)).toBeVisible()
  await page.keyboard.press('u')
  await page.waitForURL(/\/console\/cases$/)
})

test('R-48 a submission that is checked: why, what was submitted beside the registers, confirmed by key; axe', async ({ page }) => {
  await onAppData('tests/support/an-audit.ts')
  await signedInAs(page, 'reviewer')
  const [audit] = await rows<{ id: string }>(`SELECT id FROM review_cases WHERE kind = 'MATERIAL_AUDIT'`)
  await page.goto(`/console/cases/${audit?.id}`)
  await expect(heading(page)).toHaveText(/材料抽查/)
  await page.keyboard.press('c')
  await expect(page.getByText(/您已领取/)).toBeVisible()
  await expect(page.getByText(/^第一类/)).toBeVisible()
  await isSoundAt(page, 'an audit in hand')
  // A note that nobody has saved goes along with the verdict.
  await page.keyboard.press('b')
  await page.keyboard.type('抽查时和家长核对过')
  await page.keyboard.press('Escape')
  await page.keyboard.press('a')
  await expect(page.getByRole('radio', { name: '核查无误' })).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/done=last/)
  expect(await rows('SELECT outcome FROM case_verdicts')).toEqual([{ outcome: 'confirmed' }])
  await page.goto(`/console/cases/${audit?.id}`)
  await expect(page.getByRole('listitem').filter({ hasText: '抽查时和家长核对过' })).toBeVisible()
  await expect(page.getByText(/核查无误，周岚/)).toBeVisible()
})
