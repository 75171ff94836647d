import { expect, type Page } from '@playwright/test'
import { BASIS_WORDS } from '@/lib/copy/bases'
import { BASES } from '@/lib/rules'
import { ageServedConfirmations } from './database'
import { family, type Walk } from '../support/families'
import { arrive } from './signed-in'

/** Signs in and comes to a page, by a session of its own. */
export async function signIn(page: Page, { walk }: Pick<Walk, 'walk'>, to = '/register'): Promise<void> {
  await arrive(page, walk, 'signed-in')
  await page.goto(to)
}

/** Signs in through the identity provider's own pages, as a person would. */
export async function signInThroughPages(page: Page, { guardian }: Pick<Walk, 'guardian'>, to = '/register'): Promise<void> {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
  await page.getByRole('button', { name: '去昌通码登录' }).click()
  await page.getByLabel('手机号').fill(guardian.phone)
  await page.getByRole('button', { name: '去登录' }).click()
  await page.getByLabel('真实姓名').fill(guardian.name)
  await page.getByLabel('身份证号').fill(guardian.idNumber)
  await page.getByRole('button', { name: '去认证' }).click()
  await page.getByRole('button', { name: '模拟扫脸' }).click()
  await expect(page.getByRole('heading', { name: '认证成功' })).toBeVisible()
  await page.getByRole('button', { name: '返回智慧入学' }).click()
  await page.waitForURL((url) => url.pathname === to)
}

/** Types the child's ID number and arrives at the record. */
export async function queryChild(page: Page, idNumber: string, county = '安义县'): Promise<void> {
  await page.goto('/register/start')
  await page.getByRole('radio', { name: county }).check()
  await page.getByLabel('学生身份证号').fill(idNumber)
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '查询学生信息' }).click()
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

/** From the record to the five bases. */
export async function walkToBasis(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: '核对学生和监护人' })).toBeVisible()
  await press(page, '与实际情况相符')
  await expect(page.getByRole('heading', { level: 1, name: '隐私保护协议书' })).toBeVisible()
  await page.getByRole('checkbox').check()
  await press(page, '确认')
  await expect(page.getByRole('heading', { level: 1, name: '户籍信息核验' })).toBeVisible()
  await press(page, '确认')
  await expect(page.getByRole('heading', { level: 1, name: '选择入学房产' })).toBeVisible()
}

/** From the five bases to the first page of one of them; its card begins with its name. */
export async function chooseBasis(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${name}`) }).check()
  await press(page, '下一步：选择房产')
}

/** From the record to the list of properties. */
export async function walkToDeeds(page: Page): Promise<void> {
  await walkToBasis(page)
  await chooseBasis(page, '使用不动产权证')
}

/** From the children's page over every page to the first one of a basis. */
export async function walkFromStart(page: Page, walk: string, basis: string): Promise<Walk> {
  const found = family(walk)
  await signIn(page, found)
  await queryChild(page, found.child.idNumber)
  await walkToBasis(page)
  await chooseBasis(page, basis)
  await expect(page.getByRole('heading', { level: 1, name: basis })).toBeVisible()
  return found
}

/** A signed-in guardian in front of the first page of a basis. @param heading where it is not the basis's own name */
export async function atBasis(page: Page, walk: string, basis: string, heading = basis): Promise<Walk> {
  const applicationId = await arrive(page, walk, 'basis', BASES.find((one) => BASIS_WORDS[one].title === basis))
  await page.goto(`/register/${applicationId}`)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  return family(walk)
}

/** From the list of properties to the confirmation. */
export async function walkToConfirmation(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: '使用不动产权证' })).toBeVisible()
  await page.getByRole('radio').first().check()
  await press(page, '确认使用')
  await expect(page.getByRole('heading', { level: 1, name: '房产详情' })).toBeVisible()
  await press(page, '使用该房产入学')
  await expect(page.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()
}

/** A signed-in guardian in front of the confirmation of the first title deed. */
export async function atConfirmation(page: Page, walk: string): Promise<Walk> {
  const applicationId = await arrive(page, walk, 'confirm')
  await page.goto(`/register/${applicationId}`)
  await expect(page.getByRole('heading', { level: 1, name: '确认入学登记信息' })).toBeVisible()
  return family(walk)
}

/** Lets the reading time of the page that is open be over, as the database has it, and loads the page again. */
export async function afterReading(page: Page): Promise<void> {
  await ageServedConfirmations()
  await page.reload()
}
