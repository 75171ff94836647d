import { writeFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { family } from '../support/families'
import { aHeic, aJpeg, aPdf } from '../support/pictures'
import { isSound } from './sound'
import { queryChild, signIn } from './walk'
import { test } from './test'

const STUDENT_PAGE = '户口本（学生页）'

/** In front of the papers of an appeal whose form has just been saved. */
async function atMaterials(page: Page, walk = family('record-wrong-father')): Promise<void> {
  await signIn(page, walk)
  await queryChild(page, walk.child.idNumber)
  await page.getByRole('link', { name: '与实际情况不符' }).click()
  await page.getByLabel('您和孩子的关系').selectOption('FATHER')
  await page.getByLabel('哪里不对').fill('登记的母亲是别人')
  await page.getByRole('button', { name: '保存，下一步上传材料' }).click()
  await expect(bundle(page)).toContainText('已传 0 / 1')
}

const bundle = (page: Page, name = STUDENT_PAGE) => page.getByRole('region', { name })
const picker = (page: Page, name = STUDENT_PAGE) => bundle(page, name).locator('input[type=file]')
const jpeg = async (name: string, size = { width: 800, height: 600 }) => ({ name, mimeType: 'image/jpeg', buffer: await aJpeg(size) })
const tile = (page: Page, name: string) => bundle(page).getByRole('listitem').filter({ hasText: name })

test('R-18 several files at once, of a phone’s and a scanner’s kinds; each saved, seen whole, moved and removed', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await atMaterials(page)
  await picker(page).setInputFiles([await jpeg('1.jpg'), { name: '2.pdf', mimeType: 'application/pdf', buffer: aPdf(3) }, { name: '3.HEIC', mimeType: '', buffer: aHeic() }])
  await expect(bundle(page)).toContainText('已传 3 份')
  await expect(tile(page, '第 2 份')).toContainText('已保存，共 3 页')
  for (const thumb of await bundle(page).locator('img').all()) await expect.poll(() => thumb.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBeGreaterThan(200)
  await tile(page, '第 2 份').getByRole('button', { name: '上移' }).click()
  await expect(tile(page, '第 1 份')).toContainText('共 3 页')
  await tile(page, '第 3 份').getByRole('button', { name: '删除' }).click()
  await expect(bundle(page)).toContainText('已传 2 份')
  await isSound(page, 'papers of three kinds')
  expect(complaints).toEqual([])
  const [opened] = await Promise.all([page.waitForResponse(/size=full/), tile(page, '第 1 份').getByRole('link', { name: '第 3 页' }).click()])
  expect(opened.headers()).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'private, no-store' })
})

test('R-18 a file that is cut off is sent again at a press, without choosing it again', async ({ page }) => {
  await atMaterials(page)
  await page.route('**/api/materials', (route) => route.abort('connectionreset'), { times: 1 })
  await picker(page).setInputFiles(await jpeg('1.jpg'))
  await expect(tile(page, '1.jpg')).toContainText('传到一半断了')
  await isSound(page, 'a file that was cut off')
  await tile(page, '1.jpg').getByRole('button', { name: '重试' }).click()
  await expect(bundle(page)).toContainText('已传 1 / 1')
})

test('R-18 a session that ended costs no file: the way to sign in stands beside it, then 「重试」', async ({ page, context }) => {
  await atMaterials(page)
  const cookies = await context.cookies()
  await context.clearCookies()
  await picker(page).setInputFiles(await jpeg('1.jpg'))
  await expect(tile(page, '1.jpg')).toContainText('登录已过期')
  await expect(tile(page, '1.jpg').getByRole('link', { name: /重新登录/ })).toHaveAttribute('href', /^\/sign-in\?expired=1&to=.*guardian-mismatch$/)
  await context.addCookies(cookies)
  await tile(page, '1.jpg').getByRole('button', { name: '重试' }).click()
  await expect(bundle(page)).toContainText('已传 1 / 1')
})

test('R-18 what is under way can be cancelled, and says how far it is', async ({ page }) => {
  await atMaterials(page)
  const session = await page.context().newCDPSession(page)
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 200_000 })
  await picker(page).setInputFiles([{ name: 'slow.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(3_000_000, 1) }, await jpeg('next.jpg')])
  await expect(tile(page, 'slow.jpg')).toContainText(/正在上传 [1-9]\d?%/)
  await expect(tile(page, 'next.jpg')).toContainText('等待上传')
  await tile(page, 'slow.jpg').getByRole('button', { name: '取消' }).click()
  await expect(bundle(page)).toContainText('已传 1 / 1')
  await expect(tile(page, 'slow.jpg')).toHaveCount(0)
})

test('R-18 what cannot be taken says why beside the file: too large, not a picture', async ({ page }) => {
  await atMaterials(page)
  // From the disk, as a phone has them: through the browser's own protocol 40 MB take seconds.
  const [big, notAPicture] = [test.info().outputPath('big.jpg'), test.info().outputPath('x.jpg')]
  await Promise.all([writeFile(big, Buffer.alloc(40 * 1024 * 1024)), writeFile(notAPicture, '<html>')])
  await picker(page).setInputFiles([big, notAPicture])
  await expect(tile(page, 'big.jpg')).toContainText('一个文件最多 20 MB')
  await expect(tile(page, 'x.jpg')).toContainText('这种文件不能传')
  await tile(page, 'x.jpg').getByRole('button', { name: '知道了' }).click()
  await expect(tile(page, 'x.jpg')).toHaveCount(0)
})

test('R-18 19 MB come through whole, and 40 MB sent past the page’s own look are refused', async ({ page }) => {
  await atMaterials(page)
  const appealId = await bundle(page).locator('input[name=appealId]').inputValue()
  const origin = new URL(page.url()).origin
  // Random pixels do not pack: a real photograph of that many bytes.
  const large = await aJpeg({ width: 800, height: 600 })
  const post = (bytes: number) =>
    page.request.post('/api/materials', {
      headers: { origin, accept: 'application/json' },
      multipart: { appealId, document: 'household-book', subject: 'student', back: '/register', file: { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([large, Buffer.alloc(bytes - large.length, 7)]) } },
    })
  expect((await post(19 * 1024 * 1024)).status()).toBe(200)
  const refused = await post(40 * 1024 * 1024)
  expect([refused.status(), await refused.json()]).toEqual([413, { ok: false, code: 'MATERIAL_TOO_LARGE' }])
  await page.reload()
  await expect(bundle(page)).toContainText('已传 1 / 1')
})

test('R-18 two tabs at once: each sends its own, and both see all of it', async ({ page, context }) => {
  await atMaterials(page)
  const other = await context.newPage()
  await other.goto(page.url())
  await Promise.all([picker(page).setInputFiles([await jpeg('a1.jpg'), await jpeg('a2.jpg')]), picker(other, '出生医学证明').setInputFiles(await jpeg('b.jpg'))])
  await expect(bundle(page)).toContainText('已传 2 份')
  await expect(bundle(other, '出生医学证明')).toContainText('已传 1 / 1')
  for (const tab of [page, other]) {
    await tab.reload()
    await expect(bundle(tab)).toContainText('已传 2 份')
    await expect(bundle(tab, '出生医学证明')).toContainText('已传 1 / 1')
  }
})

test('R-18 another guardian’s picture is not there', async ({ page, browser }) => {
  await atMaterials(page)
  await picker(page).setInputFiles(await jpeg('1.jpg'))
  await expect(bundle(page)).toContainText('已传 1 / 1')
  const address = (await bundle(page).locator('img').getAttribute('src')) ?? ''
  expect((await page.request.get(address)).status()).toBe(200)
  const stranger = await (await browser.newContext()).newPage()
  expect((await stranger.request.get(address)).status()).toBe(401)
  await signIn(stranger, family('other-province'))
  expect((await stranger.request.get(address)).status()).toBe(404)
  await stranger.context().close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('R-18 a plain file input sends several at once, and every button works', async ({ page }) => {
    await atMaterials(page)
    await picker(page).setInputFiles([await jpeg('1.jpg'), { name: '2.pdf', mimeType: 'application/pdf', buffer: aPdf(2) }])
    await bundle(page).getByRole('button', { name: '上传' }).click()
    await expect(bundle(page)).toContainText('已传 2 份')
    await tile(page, '第 2 份').getByRole('button', { name: '上移' }).click()
    await expect(tile(page, '第 1 份')).toContainText('共 2 页')
    await tile(page, '第 1 份').getByRole('button', { name: '删除' }).click()
    await expect(bundle(page)).toContainText('已传 1 / 1')
    await picker(page).setInputFiles({ name: 'x.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
    await bundle(page).getByRole('button', { name: '上传' }).click()
    await expect(page.getByText('这种文件不能传')).toBeVisible()
    await expect(bundle(page)).toContainText('已传 1 / 1')
  })
})
