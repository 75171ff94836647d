import { expect, type Page } from '@playwright/test'
import type { Kind } from '../e2e/access/reach'
import { buildWorld, type World } from '../e2e/access/world'
import { inventFamilies } from '../e2e/database'
import { DESK, signedInAs } from '../e2e/staff'
import { test } from '../e2e/test'
import { onAppData } from '../support/app-program'
import { setSeasonClock } from '../support/clock'
import { withClient } from '../support/database'
import { appDatabaseUrl } from '../support/running-app'
import { picture } from './picture'

test.use({ ...DESK, viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 })
test.setTimeout(120_000)

/** The ids of a family in 安义县, by what they are of: one whose registration is submitted, or one with an appeal. */
function idsOf({ owned }: World, name: 'own family' | 'family with an appeal'): (kind: Kind) => string {
  const ids = owned.find((one) => one.name === name)?.ids
  return (kind) => {
    const id = ids?.[kind]
    if (id === undefined) throw new Error(`${name} has no ${kind}`)
    return id
  }
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
  const world = await buildWorld()
  const [submitted, appealing] = [idsOf(world, 'own family'), idsOf(world, 'family with an appeal')]
  await at(page, '/staff/sign-in', 'staff-sign-in')
  const { staffId } = await signedInAs(page, 'reviewer', { name: '新同事' })
  await withClient(appDatabaseUrl(), (client) => client.query('UPDATE staff_accounts SET password_set_at = NULL, totp_confirmed_at = NULL WHERE id = $1', [staffId]))
  await at(page, '/staff/set-up', 'staff-set-up')

  await signedInAs(page, 'reviewer')
  await at(page, `/console/applications/${submitted('application')}`, 'console-file')
  await at(page, '/staff/account', 'staff-account')

  await signedInAs(page, 'admin', { name: '邓琳' })
  await at(page, '/console/applications/returns', 'console-returns')
  await at(page, '/console/registers', 'console-registers')
  await at(page, `/console/registers/uploads/${submitted('upload')}`, 'console-register-upload')
  await at(page, '/console/staff', 'console-staff')
  await at(page, `/console/staff/${submitted('staff')}`, 'console-staff-account')
  await at(page, '/console/season', 'console-season')
  const draft = `/console/season/drafts/${submitted('seasonDraft')}`
  await at(page, draft, 'console-season-draft')
  await at(page, `${draft}/tables/catchment?edit=4#row-4`, 'console-season-table')
  for (const part of ['settings', 'agreement', 'publish']) await at(page, `${draft}/${part}`, `console-season-${part}`)
  await at(page, `/console/season/proposals/${submitted('seasonProposal')}`, 'console-season-proposal')
  await at(page, '/console/season/window', 'console-season-window')

  await signedInAs(page, 'desk', { name: '范柜台' })
  await at(page, '/console/desk', 'console-desk')
  await at(page, `/console/desk/families/${appealing('application')}`, 'console-desk-family')
  await at(page, `/console/desk/families/${appealing('application')}/property`, 'console-desk-entry')
  for (const entry of ['address-match', 'identity']) await at(page, `/console/desk/families/${appealing('application')}/${entry}`, `console-desk-${entry}`)
  await at(page, `/console/desk/proposals/${appealing('deskProposal')}`, 'console-desk-proposal')
  await at(page, '/console/desk/assist', 'console-assist')
  await page.getByLabel('监护人姓名').fill('万启明')
  await page.getByLabel('监护人身份证号').fill('360199198611190217')
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.getByRole('button', { name: '下一步：签同意书' }).click()
  await page.waitForURL(/assist\/[0-9a-f-]{36}/)
  await picture(page, 'console-assist-consent')
  await at(page, '/console/desk/completions', 'console-completions')

  await signedInAs(page, 'auditor', { name: '袁审计' })
  await at(page, '/console/audit', 'console-audit', false)
  await at(page, `/console/audit/${submitted('event')}`, 'console-audit-event')
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
  const submitted = idsOf(await buildWorld(), 'own family')
  await signedInAs(page, 'school', { schoolCode: 'LJ', name: '涂老师' })
  await at(page, `/school/applicants/${submitted('application')}`, 'school-applicant')
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
