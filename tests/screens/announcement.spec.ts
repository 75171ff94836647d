import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import sharp from 'sharp'
import { noticeFragment } from '@/lib/domain/notice-number'
import { announcedFamilies } from '../e2e/announced'
import { DESK, signedInAs } from '../e2e/staff'
import { test } from '../e2e/test'
import { signIn } from '../e2e/walk'
import { family } from '../support/families'
import { drawn } from '../support/notice'
import { ROOT } from '../support/run-directory'
import { picture } from './picture'

test('what is announced', async ({ page, browser }) => {
  const { admitted, byHand } = await announcedFamilies()
  await signIn(page, family('deed-father'))
  await expect(page.getByText('已录取')).toBeVisible()
  await picture(page, 'children-announced')
  await page.goto(`/register/${admitted.applicationId}/result`)
  await picture(page, 'result')
  await page.goto(`/register/${admitted.applicationId}/done`)
  await picture(page, 'done-announced')
  const [sheet] = await drawn(await (await page.request.get(`/api/admissions/${admitted.applicationId}`)).body(), 1.5)
  if (!sheet) throw new Error('no page')
  writeFileSync(path.join(ROOT, 'docs', 'screens', 'admission-notice.png'), await sharp(sheet.png).png({ palette: true, quality: 90, effort: 10 }).toBuffer())
  await page.goto(`/verify#${noticeFragment(admitted)}`)
  await expect(page.getByText('有效', { exact: true })).toBeVisible()
  await picture(page, 'verify')
  await signIn(page, family('deed-mother'), `/register/${byHand.applicationId}/result`)
  await picture(page, 'result-by-hand')

  const context = await browser.newContext({ ...DESK, viewport: { width: 1440, height: 900 } })
  const desk = await context.newPage()
  await signedInAs(desk, 'school', { schoolCode: 'YF', name: '涂老师' })
  await desk.goto('/school/admissions')
  await picture(desk, 'school-admissions')
  await desk.goto('/school/admissions/sheet')
  await picture(desk, 'school-admission-sheet')
  await context.close()
})
