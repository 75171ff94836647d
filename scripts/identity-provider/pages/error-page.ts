import { html } from './html'
import { layout } from './layout'

/**
 * What cannot go on here: the sign-in was finished, is too old, began in another browser, or was not asked for properly.
 * The page does not say which, since it may be somebody else who is asking.
 * @param platform where the sign-in began
 */
export function errorPage(platform: string): string {
  return layout(
    '这次登录不能继续了',
    html`<h1>这次登录不能继续了</h1>
<p class="lead">可能等得太久，已经登录过，或者换了浏览器。回到智慧入学，再点一次登录就好。</p>
<div class="actions"><a class="btn btn--primary" href="${platform}/sign-in">返回智慧入学</a></div>`,
  )
}
