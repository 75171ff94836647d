import { html } from './html'
import type { Html } from './html'

export const BANNER = '演示用身份认证，不是真的昌通码'
export const STYLE_PATH = '/style.css'

/** @param title of the page; a page that shows an error says so first, since screen readers read the title first */
export function layout(title: string, main: Html, wrong = false): string {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${wrong ? '出错：' : ''}${title} · 昌通码（演示）</title>
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<p class="banner" role="note">${BANNER}</p>
<header class="masthead"><div class="inner">
<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><rect x="1" y="1" width="30" height="30" rx="15" fill="none" stroke="currentColor" stroke-width="2"/><path d="M10 16.5l4 4 8-9" fill="none" stroke="currentColor" stroke-width="2.4"/></svg>
<span class="name"><b>昌通码</b><small>演示替身</small></span>
</div></header>
<main id="main" class="inner" tabindex="-1">
${main}
</main>
<footer class="foot"><p class="inner">这里不连接昌通码，不发短信，不采集人脸。演示人物的姓名和身份证号在项目的说明（README）里，都是虚构的。</p></footer>
</body>
</html>
`.text
}
