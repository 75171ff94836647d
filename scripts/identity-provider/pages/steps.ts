import { isSpent, TRIES } from '../sign-ins'
import type { SignIn, Step } from '../sign-ins'
import { html } from './html'
import { layout } from './layout'
import { actions, errorLine, field, ladder } from './parts'

export type Typed = { phone?: string; name?: string; idNumber?: string }
export type Errors = { phone?: string; name?: string; idNumber?: string; pair?: string }
type View = { base: string; signIn: SignIn; typed: Typed; errors: Errors }

const TOLD = '认证成功后，昌通码会把您的姓名、身份证号、手机号和认证等级告诉智慧入学平台，不会交出人脸照片。'

/** The page of one step, or, after too many wrong tries, the page that says so. */
export function stepPage(step: Step, base: string, signIn: SignIn, typed: Typed = {}, errors: Errors = {}): string {
  const view = { base, signIn, typed, errors }
  return isSpent(signIn) ? spentPage(view) : PAGES[step](view)
}

const PAGES: Record<Step, (view: View) => string> = { phone: phonePage, identity: identityPage, face: facePage, result: resultPage }

function phonePage({ base, signIn, typed, errors }: View): string {
  return layout(
    '登录昌通码',
    html`<h1>登录昌通码</h1>
<p class="lead">先绑定手机号，再做实名认证。</p>
${ladder(signIn, 'phone')}
<form class="form" method="post" action="${base}/phone" novalidate>
${field({
  name: 'phone',
  label: '手机号',
  hint: '11 位手机号。演示不发短信，填哪个都可以。',
  value: typed.phone ?? signIn.phone ?? '',
  error: errors.phone ?? null,
  attributes: html`type="tel" inputmode="tel" autocomplete="tel-national" maxlength="40"`,
  focus: errors.phone !== undefined,
})}
${actions('去登录', `${base}/cancel`)}
</form>`,
    errors.phone !== undefined,
  )
}

function identityPage({ base, signIn, typed, errors }: View): string {
  const { name, idNumber, pair } = errors
  return layout(
    '实名认证',
    html`<h1>实名认证</h1>
<p class="lead">填写监护人本人的，不是孩子的。</p>
${ladder(signIn, 'identity')}
<form class="form" method="post" action="${base}/identity" novalidate>
${pair ? html`<div class="summary" role="alert">${errorLine('pair-error', pair)}<p>请对照身份证逐字核对。还可以试 ${TRIES - signIn.wrong} 次。</p></div>` : null}
${field({
  name: 'name',
  label: '真实姓名',
  hint: '与身份证上的一致',
  value: typed.name ?? signIn.identity?.name ?? '',
  error: name ?? null,
  attributes: html`type="text" autocomplete="name" maxlength="80"`,
  focus: name !== undefined || pair !== undefined,
})}
${field({
  name: 'id_number',
  label: '身份证号',
  hint: '18 位，末位的 x 大小写都可以',
  value: typed.idNumber ?? signIn.identity?.idNumber ?? '',
  error: idNumber ?? null,
  attributes: html`type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="60"`,
  focus: idNumber !== undefined && name === undefined,
})}
${actions('去认证', `${base}/cancel`)}
</form>`,
    Object.keys(errors).length > 0,
  )
}

function facePage({ base, signIn }: View): string {
  return layout(
    '扫脸认证',
    html`<h1>扫脸认证（模拟）</h1>
<p class="lead">这一步是模拟的：不打开摄像头，不采集人脸。点一下按钮，就当作扫过了。</p>
${ladder(signIn, 'face')}
<svg class="scan" viewBox="0 0 200 200" aria-hidden="true"><circle cx="100" cy="100" r="92" fill="none" stroke="currentColor" stroke-width="8" stroke-dasharray="2.4 7.23"/><path class="scan__face" d="M100 44c24 0 36 18 36 42 0 30-17 66-36 66S64 116 64 86c0-24 12-42 36-42Z"/></svg>
<form class="form" method="post" action="${base}/face">
${actions('模拟扫脸', `${base}/cancel`)}
</form>
<p class="soft">${TOLD}</p>`,
  )
}

function resultPage({ base, signIn }: View): string {
  const passed = signIn.identity?.level === 'face'
  const title = passed ? '认证成功' : '扫脸认证没有通过'
  const lead = passed ? '可以回去继续登记了。' : '这位演示人物就是这样设定的：只绑定了手机号，没有完成实名认证。回到智慧入学，看平台怎样说。'
  return layout(
    title,
    html`<h1${passed ? html` class="ok"` : null}>${title}</h1>
<p class="lead">${lead}</p>
${ladder(signIn, 'result')}
<form class="form" method="post" action="${base}/result">
${actions('返回智慧入学', passed ? `${base}/cancel` : null)}
</form>
<p class="soft">${passed ? '点「返回智慧入学」，昌通码会把您的姓名、身份证号、手机号和认证等级告诉智慧入学平台，不会交出人脸照片。' : '只会告诉智慧入学平台手机号，以及还没有实名认证。'}</p>`,
  )
}

function spentPage({ base }: View): string {
  return layout(
    '核对没有通过的次数太多',
    html`<h1>核对没有通过的次数太多</h1>
<p class="lead">姓名和身份证号连续 ${TRIES} 次对不上，这次登录到此为止。拿着身份证，回到智慧入学再登录一次。</p>
<form class="form" method="post" action="${base}/cancel">
${actions('返回智慧入学', null)}
</form>`,
  )
}
