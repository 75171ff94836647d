import { expect, type Page } from '@playwright/test'
import { family } from '../support/families'
import { aJpeg } from '../support/pictures'
import { SCRIPT_MARKS } from '../support/script-marks'
import { atRecord, fill, save, TYPED } from './appeal-walk'
import { press, signIn } from './walk'
import { test } from './test'

/** Which of the two have come in the scripts that the page has fetched so far. */
function watchScripts(page: Page): () => Promise<string[]> {
  const bodies: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.text())
  })
  return async () => {
    const all = await Promise.all(bodies)
    expect(all.length, 'scripts of the page').toBeGreaterThan(3)
    return Object.entries(SCRIPT_MARKS).flatMap(([name, mark]) => (all.some((body) => body.includes(mark)) ? [name] : []))
  }
}

/** From here on the line takes no more scripts. */
async function cutScripts(page: Page): Promise<() => Promise<void>> {
  const chunks = '**/_next/static/**/*.js'
  await page.route(chunks, (route) => route.abort('connectionreset'))
  return () => page.unroute(chunks)
}

test('S5 react-hook-form and the schema come with the first focus of a form, and not before', async ({ page }) => {
  const come = watchScripts(page)
  await signIn(page, family('deed-father'))
  await page.goto('/register/start', { waitUntil: 'networkidle' })
  await expect(page.getByLabel('学生身份证号')).toBeVisible()
  expect(await come()).toEqual([])
  const number = page.getByLabel('学生身份证号')
  await number.focus()
  await expect.poll(come).toEqual(['react-hook-form', 'zod'])
  await number.fill('36019920170510014')
  await number.blur()
  await expect(page.getByText('身份证号要有 18 位')).toBeVisible()
})

test('S5 an appeal’s page and its papers bring neither before the first focus', async ({ page }) => {
  await atRecord(page, 'record-wrong-father')
  await page.getByRole('link', { name: '与实际情况不符' }).click()
  await expect(page.getByLabel('哪里不对')).toBeVisible()
  // A script that is still on its way when the page is loaded again has no body to be read.
  await page.waitForLoadState('networkidle')
  const come = watchScripts(page)
  await page.reload({ waitUntil: 'networkidle' })
  expect(await come()).toEqual([])
  await page.getByLabel('哪里不对').focus()
  await expect.poll(come).toEqual(['react-hook-form', 'zod'])
  await fill(page, TYPED.mismatch)
  await save(page)
  const withPapers = watchScripts(page)
  await page.reload({ waitUntil: 'networkidle' })
  expect(await withPapers()).toEqual([])
})

test('S5 a form works where its checks never come: the server says what is wrong, and takes what is right', async ({ page }) => {
  const walk = family('deed-father')
  await signIn(page, walk)
  await page.goto('/register/start', { waitUntil: 'networkidle' })
  const mended = await cutScripts(page)
  await page.getByLabel('学生身份证号').fill('36019920170510014')
  await press(page, '查询学生信息')
  await expect(page.locator('#errors')).toContainText('身份证号的位数不对')
  await mended()
  await page.getByRole('radio', { name: '安义县' }).check()
  await page.getByLabel('学生身份证号').fill(walk.child.idNumber)
  await page.getByRole('checkbox').check()
  // Without a line nothing is sent, and nothing that was typed goes.
  await page.context().setOffline(true)
  await press(page, '查询学生信息')
  await expect(page.getByText('网络断了，没有提交')).toBeVisible()
  await expect(page.getByLabel('学生身份证号')).toHaveValue(walk.child.idNumber)
  await page.context().setOffline(false)
  await press(page, '查询学生信息')
  await page.waitForURL(/\/record$/)
})

test('R-18 a line that is gone before the first file is sent: it says so, and the press of 「重试」 sends it', async ({ page }) => {
  await atRecord(page, 'record-wrong-father')
  await page.getByRole('link', { name: '与实际情况不符' }).click()
  await fill(page, TYPED.mismatch)
  await save(page)
  await page.reload({ waitUntil: 'networkidle' })
  const mended = await cutScripts(page)
  const bundle = page.getByRole('region', { name: '户口本（学生页）' })
  await bundle.locator('input[type=file]').setInputFiles({ name: '1.jpg', mimeType: 'image/jpeg', buffer: await aJpeg({ width: 800, height: 600 }) })
  await expect(bundle).toContainText('网络断了')
  await mended()
  await bundle.getByRole('button', { name: '重试' }).click()
  await expect(bundle).toContainText('已传 1 / 1')
})
