import { paths } from '@/lib/paths'
import type { RegisteredFamily } from '../../load/registers'
import type { Page, Walker } from './walker'

/** Signs in through the identity provider's own pages. */
async function signIn(walker: Walker, base: URL, { guardian }: RegisteredFamily): Promise<void> {
  const { name, idNumber, phone } = guardian
  let page = await walker.open(new URL(`${paths.signIn}?to=${encodeURIComponent(paths.children)}`, base))
  page = await walker.press(page, '去昌通码登录')
  page = await walker.press(page, '去登录', { phone })
  page = await walker.press(page, '去认证', { name, id_number: idNumber })
  page = await walker.press(page, '模拟扫脸')
  page = await walker.press(page, '返回智慧入学')
  if (page.url.pathname !== paths.children) throw new Error(`the sign-in leads to ${page.url.pathname}`)
}

/** From the notice to the confirmation, by the title deed. @param signedIn where the session was made before */
export async function toConfirmation(walker: Walker, base: URL, family: RegisteredFamily, signedIn: boolean): Promise<Page> {
  await walker.open(new URL(paths.home, base))
  if (signedIn) await walker.open(new URL(paths.children, base))
  else await signIn(walker, base, family)
  let page = await walker.open(new URL(paths.start, base))
  page = await walker.press(page, '查询学生信息', { idNumber: family.child.idNumber })
  for (const button of ['与实际情况相符', '确认', '确认', '下一步：选择房产', '确认使用', '使用该房产入学']) page = await walker.press(page, button)
  return page
}

/** 「提交入学信息」, to the receipt. */
export async function submit(walker: Walker, confirmation: Page): Promise<void> {
  const page = await walker.press(confirmation, '提交入学信息')
  if (!page.url.pathname.endsWith('/done')) throw new Error(`a submit leads to ${page.url.pathname.replace(/[0-9a-f-]{36}/, '…')}${page.url.search}`)
}
