/** The page for whom there is no room at the moment: written as a whole, because nothing else is done for it. */
export const RUSH_STYLE = 'body{max-width:34rem;margin:0 auto;padding:1.5rem;background:#f7f5f0;color:#1d1b16;font:1.0625rem/1.7 system-ui,sans-serif}h1{font-size:1.5rem;line-height:1.4}a{display:inline-block;padding:.6rem 0;color:#0b5a8f}'

/** @param seconds until the page asks again by itself */
export function rushPage(seconds: number): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="${seconds}">
<title>现在办理的人很多 · 智慧入学</title>
<style>${RUSH_STYLE}</style>
</head>
<body>
<main>
<h1>现在办理的人很多</h1>
<p><b>先报后报都一样，提交的先后不参与录取。</b>不用着急，也不用反复刷新。</p>
<p>填过并保存的都还在。这一页过 ${seconds} 秒会自己再打开一次；也可以换个时间再来。</p>
<p>马上就要截止，或者有急事的，请打招生通知上本学区学校的电话。</p>
<p><a href="">现在再试一次</a></p>
</main>
</body>
</html>
`
}
