'use client'

import './globals.css'

/** The last resort, when even the frame of the page could not be made. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="zh-CN">
      <body>
        <main id="main" className="page">
          <h1>平台暂时打不开</h1>
          <p>保存过的都还在，不会丢。请过几分钟再来；先报后报都一样。</p>
          <p>编号 {error.digest ?? '未记录'}</p>
          <p><a href="/">回到首页</a></p>
        </main>
      </body>
    </html>
  )
}
