import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { Help } from '@/components/layout/help'
import { Page } from '@/components/layout/page'
import { Bullets } from '@/components/ui/bullets'
import { NumberedList } from '@/components/ui/numbers'
import { Phrases } from '@/components/ui/phrase'
import { BASIS_WORDS } from '@/lib/copy/bases'
import { MANUAL } from '@/lib/copy/manual'
import { requestNow } from '@/lib/auth/require-guardian'
import { listSeasonsUnderWay } from '@/lib/data/seasons'
import { getEnv } from '@/lib/env'
import { cameFrom, paths } from '@/lib/paths'

export const metadata: Metadata = { title: '操作说明' }

/** The way through on one page, the five bases, and the notice's eight parts, each with its own address. */
export default async function ManualPage() {
  const [now, asked] = await Promise.all([requestNow(), headers()])
  const seasons = await listSeasonsUnderWay(now.season)
  // 「返回上一步」 leads a family back to the step at which it wanted to know more.
  const from = cameFrom(asked.get('referer'), getEnv().baseUrl)
  return (
    <Page title="操作说明" lead="从登录到提交，一般要十分钟。随时可以离开，填的都会保存。" back={from?.startsWith(paths.children) ? from : paths.home}>
      <nav aria-labelledby="ways" className="section">
        <h2 id="ways">五种入学方式</h2>
        <ul className="border-t border-line" role="list">
          {Object.values(BASIS_WORDS).map(({ title, part }) => (
            <li key={part} className="border-b border-line"><a className="flex min-h-row items-center" href={`#${part}`}>{title}</a></li>
          ))}
        </ul>
      </nav>
      {MANUAL.map((part) => (
        <section key={part.id} id={part.id} className="section scroll-mt-4" aria-labelledby={`${part.id}-title`}>
          <h2 id={`${part.id}-title`}><Phrases text={part.title} /></h2>
          <NumberedList items={part.steps} />
          {part.tips && <Bullets>{part.tips.map((tip) => <li key={tip} className="text-sm text-ink-soft">{tip}</li>)}</Bullets>}
        </section>
      ))}
      {seasons.map(({ county, season: { schools, settings } }) => (
        <Help key={county} county={settings.countyName} schools={schools} open={seasons.length === 1} desk={settings.help.desk} hours={settings.help.hours} />
      ))}
    </Page>
  )
}
