import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Help } from '@/components/layout/help'
import { Page } from '@/components/layout/page'
import { Actions } from '@/components/layout/actions'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Phrases } from '@/components/ui/phrase'
import { RowLink } from '@/components/ui/row-link'
import { SeasonCountdown } from '@/components/ui/season-countdown'
import { NoticeToParents } from '@/components/application/notice-to-parents'
import { VERIFY_WORDS } from '@/lib/copy/admission'
import { EXTENDED, extendedUntil, SEASON_PHASE_WORDS } from '@/lib/copy/season'
import { seasonAsked, seasonQuery } from '@/lib/domain/season-address'
import { seasonPhase } from '@/lib/domain/season-phase'
import { findGuardian, requestNow } from '@/lib/auth/require-guardian'
import { findExtension } from '@/lib/data/season-window'
import { listSeasonsOnShow } from '@/lib/data/seasons'
import { paths } from '@/lib/paths'
import { requestUnread } from './unread'

export const metadata: Metadata = { title: { absolute: '智慧入学 · 小学一年级新生网上预报' } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The notice in a parent's words: who, when, which schools, whom to phone, what to have at hand. */
export default async function HomePage({ searchParams }: Props) {
  const [now, query, actor] = await Promise.all([requestNow(), searchParams, findGuardian()])
  const seasons = await listSeasonsOnShow(now.season)
  const { county, year } = seasonAsked.parse(query)
  const published = seasons.find((one) => (!county || one.county === county) && (!year || String(one.year) === year))
  if (!published) return county || year ? notFound() : <NoSeason />
  const { settings, schools } = published.season
  const phase = seasonPhase(settings, now.season)
  const extension = phase === 'open' ? await findExtension(published) : null
  return (
    <Page title={<Phrases text={inPhrases(settings.title, settings.countyName)} />} lead={schools.map((school) => school.name).join('、')}>
      {actor && <RowLink href={paths.messages} count={await requestUnread(actor)}>消息</RowLink>}
      {extension && <Notice kind="seal" title={EXTENDED.title}><p>{extendedUntil(extension.reason, settings.closesAt)}</p></Notice>}
      <SeasonCountdown now={now.season} opensAt={settings.opensAt} closesAt={settings.closesAt} />
      {phase === 'open' ? (
        <Actions>
          <ButtonLink href={paths.children} small="用昌通码登录后开始">小学入学</ButtonLink>
        </Actions>
      ) : (
        <Notice kind="seal" title={SEASON_PHASE_WORDS[phase].title}>
          <p>{SEASON_PHASE_WORDS[phase].text}</p>
          <RowLink href={paths.children}>查看我的孩子</RowLink>
        </Notice>
      )}
      {phase !== 'after' && <p className="text-sm text-ink-soft">先报后报都一样，不必赶在第一天。填写的内容随时保存，换一部手机也能接着填。</p>}
      <NoticeToParents bornFrom={settings.bornFrom} bornTo={settings.bornTo} />
      <RowLink href={`${paths.addressCheck}?${seasonQuery(published)}`}>按地址查学校</RowLink>
      {phase === 'after' && <RowLink href={paths.verify}>{VERIFY_WORDS.title}</RowLink>}
      <RowLink href={paths.manual}>操作说明</RowLink>
      {seasons.filter((one) => one !== published).map((other) => (
        <RowLink key={other.seasonId} href={`${paths.home}?${seasonQuery(other)}`}>{other.season.settings.title}</RowLink>
      ))}
      <Help schools={schools} open desk={settings.help.desk} hours={settings.help.hours} lead="遇到问题，先打电话或到自己地段的学校现场咨询。" />
    </Page>
  )
}

/** Where a long title may wrap: behind the county, and before the year that children enter. */
function inPhrases(title: string, countyName: string): string {
  return title.replace(countyName, `${countyName}|`).replace(/(?<=小学)(?=一年级)/, '|')
}

function NoSeason() {
  return (
    <Page title="现在没有开放的采集" lead="南昌市各区县的采集时间以当地教育部门的通知为准。">
      <p>公布以后，这里会写明时间、学校和咨询电话。</p>
    </Page>
  )
}
