import { expect } from '@playwright/test'
import { z } from 'zod'
import { DESK, signedInAs } from '../e2e/staff'
import { test } from '../e2e/test'
import { press, signIn } from '../e2e/walk'
import { onAppData } from '../support/app-program'
import { setSeasonClock } from '../support/clock'
import { family } from '../support/families'
import { appDatabaseUrl } from '../support/running-app'
import { picture } from './picture'

test.setTimeout(120_000)
test.afterEach(() => setSeasonClock(appDatabaseUrl(), '2023-08-16 09:00:00.000'))

const planted = z.object({ runId: z.string(), told: z.string(), twin: z.string() })

test('an objection, its case, and schools by hand', async ({ page, browser }) => {
  await setSeasonClock(appDatabaseUrl(), '2023-08-29 09:00:00.000')
  const { told, twin, runId } = planted.parse(await onAppData('tests/support/plant-objections.ts'))
  await signIn(page, family('deed-father'), `/register/${told}/objection`)
  await picture(page, 'objection-form')
  await page.getByRole('radio', { name: /^学区不对/ }).check()
  await page.getByLabel('写清楚哪里不对、为什么').fill('我们家在文峰路 12 号，同一个单元的邻居都分在龙津小学，请再核对一次学区。')
  await press(page, '提交异议')
  await expect(page.getByText('等待答复')).toBeVisible()
  await picture(page, 'objection-waiting')

  const desk = await browser.newPage({ ...DESK, viewport: { width: 1440, height: 900 } })
  await signedInAs(desk, 'reviewer')
  // A key is pressed once the page listens.
  await desk.goto('/console/cases?kind=OBJECTION', { waitUntil: 'networkidle' })
  await desk.keyboard.press('n')
  await expect(desk.getByText(/您已领取/)).toBeVisible()
  await desk.keyboard.press('d')
  await desk.getByLabel('安排到').selectOption('LJ')
  await desk.getByLabel('原因（家长会看到）').fill('门牌核对过，文峰路 12 号应当在龙津小学的学区。')
  await picture(desk, 'console-objection')
  await press(desk, '提交，回到列表')
  await desk.waitForURL(/done=/)
  await desk.goto(`/console/allocation/by-hand?run=${runId}&child=${twin}`)
  await picture(desk, 'console-by-hand')
  await signedInAs(desk, 'admin', { name: '孟主任' })
  await desk.goto('/console/allocation/by-hand')
  await picture(desk, 'console-by-hand-approval')
  await press(desk, '通过')
  await expect(desk.getByText(/^已通过/)).toBeVisible()
  await desk.close()
  await page.reload()
  await expect(page.getByText('已答复')).toBeVisible()
  await picture(page, 'objection-answered')
})
