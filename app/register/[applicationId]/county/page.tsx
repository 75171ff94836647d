import type { Metadata } from 'next'
import { Actions } from '@/components/layout/actions'
import { Help } from '@/components/layout/help'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { More } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { ERROR_WORDS, FIELD_WORDS, isErrorCode, isFieldCode } from '@/lib/copy/errors'
import { lastMinute } from '@/lib/copy/time'
import { COUNTIES } from '@/lib/domain/counties'
import { listOpenSeasons } from '@/lib/data/seasons'
import { paths } from '@/lib/paths'
import { openDraft } from '../open-draft'
import { move } from './actions'

export const metadata: Metadata = { title: '修改入学区县' }

type Props = { params: Promise<{ applicationId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Another county, while it is a draft. */
export default async function CountyPage({ params, searchParams }: Props) {
  const { applicationId } = await params
  const { actor, application, published, now } = await openDraft(applicationId, paths.county(applicationId))
  const open = await listOpenSeasons(now.season, actor.assisted?.county)
  const closed = COUNTIES.filter((county) => !open.some((one) => one.county === county.code)).map((county) => county.name)
  const { fault } = await searchParams
  const refused = typeof fault === 'string' && isErrorCode(fault) ? ERROR_WORDS[fault] : null
  const { settings, schools } = published.season
  return (
    <Page title="修改入学区县" lead={`现在选的是${settings.countyName}。换区县后，协议、户籍和房产要重新核对。`} back={paths.application(applicationId)}>
      {refused && <Notice kind="neutral" title={refused.title}><p role="alert">{refused.text}</p></Notice>}
      <form className="form" action={move} noValidate>
        <input type="hidden" name="applicationId" value={applicationId} />
        <ChoiceGroup legend="入学区县" name="county" error={typeof fault === 'string' && isFieldCode(fault) ? FIELD_WORDS[fault] : undefined}>
          {open.map(({ county, season }) => (
            <Choice key={county} name="county" value={county} title={season.settings.countyName} text={`${lastMinute(season.settings.closesAt)} 截止`} defaultChecked={county === application.county} />
          ))}
        </ChoiceGroup>
        <More summary={`南昌市其他 ${closed.length} 个区县`}>
          <p className="text-sm text-ink-soft">{closed.join('、')}：本平台还没有开放采集，请看当地教育部门的通知。</p>
        </More>
        <Actions>
          <SubmitButton waitingText="正在保存">{open.length > 1 ? '换到这个区县' : '就在这个区县，接着填'}</SubmitButton>
          <ButtonLink variant="secondary" href={paths.withdraw(applicationId)}>作废这份登记</ButtonLink>
        </Actions>
      </form>
      <Help schools={schools} desk={settings.help.desk} hours={settings.help.hours} />
    </Page>
  )
}
