import { maskIdNumber, maskPhone } from '@/lib/domain/privacy'
import type { SignIn, Step } from '../sign-ins'
import { html } from './html'
import type { Html } from './html'

/** One field: label, hint, and what is wrong with it above the box, tied together for screen readers. */
export type Field = {
  name: string
  label: string
  hint: string
  value: string
  error: string | null
  /** what phones show and browsers offer */
  attributes: Html
  /** the place where typing goes on after an error */
  focus: boolean
}

const SIGN = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7.5"/><path d="M10 6v4.8M10 13.6v.1"/></svg>`
const DONE = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="m4.5 10.5 3.5 3.5 7.5-8"/></svg>`
const NOW = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7"/><circle cx="10" cy="10" r="3" fill="currentColor" stroke="none"/></svg>`
const LATER = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7"/></svg>`

export function errorLine(id: string, text: string): Html {
  return html`<p class="error" id="${id}">${SIGN}<span>${text}</span></p>`
}

export function field({ name, label, hint, value, error, attributes, focus }: Field): Html {
  const described = error ? `${name}-error ${name}-hint` : `${name}-hint`
  return html`<div class="field${error ? ' field--error' : ''}">
<label for="${name}">${label}</label>
<p class="hint" id="${name}-hint">${hint}</p>
${error ? errorLine(`${name}-error`, error) : null}
<input class="input" id="${name}" name="${name}" value="${value}" ${attributes} required aria-describedby="${described}"${error ? html` aria-invalid="true"` : null}${focus ? html` autofocus` : null}>
</div>`
}

/** One primary button, and the way out under it, which asks for nothing that was typed. */
export function actions(primary: string, cancel: string | null): Html {
  return html`<div class="actions">
<button class="btn btn--primary" type="submit">${primary}</button>
${cancel ? html`<button class="btn btn--quiet" type="submit" formaction="${cancel}" formnovalidate>取消登录</button>` : null}
</div>`
}

/** 「第 n 步，共 3 步」 with what is done so far, masked: somebody may be looking over the shoulder. */
export function ladder(signIn: SignIn, now: Step): Html {
  const { phone, identity } = signIn
  const passed = now === 'result' && identity?.level === 'face'
  const rungs = [
    { step: 'phone', label: '绑定手机号', done: phone !== null && now !== 'phone', more: phone === null ? null : maskPhone(phone) },
    { step: 'identity', label: '真实姓名和身份证号', done: identity !== null && now !== 'phone' && now !== 'identity', more: identity === null ? null : `${identity.name}　${maskIdNumber(identity.idNumber)}` },
    { step: 'face', label: '扫脸认证', done: passed, more: now === 'result' && !passed ? '没有通过' : null },
  ]
  return html`<ol class="ladder" aria-label="实名认证的三步">${rungs.map(({ step, label, done, more }) => {
    const current = step === now
    const mark = done ? DONE : current ? NOW : LATER
    const told = more !== null && (done || now === 'result') ? html`<small>${more}</small>` : null
    return html`<li${current ? html` class="is-now" aria-current="step"` : done ? html` class="is-done"` : null}>${mark}<div>${label}${done ? html`<span class="unseen">，已完成</span>` : null}${told}</div></li>`
  })}</ol>`
}
