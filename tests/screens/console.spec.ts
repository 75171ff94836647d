import { expect, type Page } from '@playwright/test'
import { buildWorld, type World } from '../e2e/access/world'
import { inventFamilies } from '../e2e/database'
import { DESK, signedInAs } from '../e2e/staff'
import { test } from '../e2e/test'
import { onAppData } from '../support/app-program'
import { setSeasonClock } from '../support/clock'
import { appDatabaseUrl } from '../support/running-app'
import { picture } from './picture'

test.use({ ...DESK, viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 })
test.setTimeout(120_000)

type Ids = Record<'application' | 'deskProposal', string>

/** The family of an appeal in 安义县, and one whose registration is submitted. */
function familiesOf({ owned }: World): { appeal: Ids; submitted: string; season: Record<'seasonDraft' | 'seasonProposal', string> } {
  const [submitted, appeal] = [owned.find((one) => one.name === 'own family'), owned.find((one) => one.name === 'family with an appeal')]
  const { application, deskProposal } = appeal?.ids ?? {}
  const { seasonDraft, seasonProposal } = submitted?.ids ?? {}
  if (!submitted?.ids.application || !application || !deskProposal || !seasonDraft || !seasonProposal) throw new Error('a family is missing')
  return { appeal: { application, deskProposal }, submitted: submitted.ids.application, season: { seasonDraft, seasonProposal } }
}

async function at(page: Page, address: string, name: string, fullPage?: boolean): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await picture(page, name, fullPage)
}

test('a reviewer’s queue, and a case', async ({ page }) => {
  await onAppData('tests/support/ten-appeals.ts')
  await signedInAs(page, 'reviewer')
  await at(page, '/console/cases', 'console-queue')
  await page.getByRole('row').nth(1).getByRole('link').click()
  await page.waitForURL(/\/console\/cases\/[0-9a-f-]{36}/, { waitUntil: 'networkidle' })
  await page.keyboard.press('c')
  await expect(page.getByText(/您已领取/)).toBeVisible()
  await page.waitForLoadState('networkidle')
  await picture(page, 'console-case')
})

test('the county’s console', async ({ page }) => {
  const { appeal, submitted, season } = familiesOf(await buildWorld())
  await at(page, '/staff/sign-in', 'staff-sign-in')

  await signedInAs(page, 'reviewer')
  await at(page, `/console/applications/${submitted}`, 'console-file')
  await at(page, '/staff/account', 'staff-account')

  await signedInAs(page, 'admin', { name: '邓琳' })
  await at(page, '/console/applications/returns', 'console-returns')
  await at(page, '/console/registers', 'console-registers')
  await at(page, '/console/staff', 'console-staff')
  await at(page, '/console/season', 'console-season')
  await at(page, `/console/season/drafts/${season.seasonDraft}`, 'console-season-draft')
  await at(page, `/console/season/drafts/${season.seasonDraft}/tables/catchment?edit=4#row-4`, 'console-season-table')
  for (const part of ['settings', 'agreement', 'publish']) await at(page, `/console/season/drafts/${season.seasonDraft}/${part}`, `console-season-${part}`)
  await at(page, `/console/season/proposals/${season.seasonProposal}`, 'console-season-proposal')
  await at(page, '/console/season/window', 'console-season-window')

  await signedInAs(page, 'desk', { name: '范柜台' })
  await at(page, '/console/desk', 'console-desk')
  await at(page, `/console/desk/families/${appeal.application}`, 'console-desk-family')
  await at(page, `/console/desk/families/${appeal.application}/property`, 'console-desk-entry')
  await at(page, `/console/desk/proposals/${appeal.deskProposal}`, 'console-desk-proposal')
  await at(page, '/console/desk/assist', 'console-assist')
  await at(page, '/console/desk/completions', 'console-completions')

  await signedInAs(page, 'auditor', { name: '袁审计' })
  await at(page, '/console/audit', 'console-audit')
})

test('the final allocation', async ({ page }) => {
  await onAppData('tests/support/submitted-families.ts')
  await setSeasonClock(appDatabaseUrl(), '2023-08-26 10:00:00.000')
  await signedInAs(page, 'admin', { name: '邓琳' })
  for (const seed of ['公开摇号 05 11 17 23', '公开摇号 06 12 18 24']) {
    await page.goto('/console/allocation')
    await page.getByLabel('种子').fill(seed)
    await page.getByRole('button', { name: '试排一次' }).click()
    await page.waitForURL(/done=/)
  }
  await at(page, page.url().replace(/\?.*/, ''), 'console-allocation-run')
  await at(page, '/console/allocation', 'console-allocation')
  await page.getByRole('button', { name: '对比' }).click()
  await page.waitForURL(/compare/)
  await at(page, page.url(), 'console-allocation-compare')
  await setSeasonClock(appDatabaseUrl(), '2023-08-16 09:00:00.000')
})

test('a school’s look-up', async ({ page }) => {
  const { submitted } = familiesOf(await buildWorld())
  await signedInAs(page, 'school', { schoolCode: 'LJ', name: '涂老师' })
  await at(page, `/school/applicants/${submitted}`, 'school-applicant')
  await at(page, '/school/call-sheet', 'school-call-sheet')
})

test('a county in the middle of its season: its figures, its list, a school’s families, and a draft that is tried', async ({ page }) => {
  await inventFamilies(300)
  await signedInAs(page, 'school', { schoolCode: 'LJ', name: '涂老师' })
  await at(page, '/school', 'school-lookup', false)
  await at(page, '/school/counts', 'school-counts')
  const draft = `/console/season/drafts/${String(await onAppData('tests/support/plant-draft.ts'))}`
  await signedInAs(page, 'admin', { name: '邓琳' })
  await at(page, '/console/overview', 'console-overview')
  await at(page, '/console/applications', 'console-applications', false)
  await at(page, `${draft}/changes`, 'console-draft-changes')
  await page.goto(`${draft}/addresses`)
  await page.getByRole('textbox', { name: '地址' }).fill('龙津镇文峰路2号\n龙津镇文峰路11号\n阳光花园7栋\n龙津镇文峰路')
  await page.getByRole('button', { name: '试一试' }).click()
  await expect(page.getByRole('heading', { name: /4 个地址/ })).toBeVisible()
  await picture(page, 'console-draft-addresses')
  await page.goto(`${draft}/what-if`)
  await page.getByRole('button', { name: '开始试算' }).click()
  await expect(page.locator('.figures')).toBeVisible({ timeout: 30_000 })
  await picture(page, 'console-draft-what-if')
})
