import type { Metadata } from 'next'
import { Actions } from '@/components/layout/actions'
import { Help } from '@/components/layout/help'
import { Page } from '@/components/layout/page'
import { NumberedList } from '@/components/ui/numbers'
import { SubmitButton } from '@/components/ui/submit-button'
import { VERIFYING } from '@/lib/copy/sign-in'
import { requestNow } from '@/lib/auth/require-guardian'
import { listSeasonsUnderWay } from '@/lib/data/seasons'

export const metadata: Metadata = { title: '还没有实名认证' }

/** an account without real name and face scan is told how to verify, and gets no further. */
export default async function UnverifiedPage() {
  const seasons = await listSeasonsUnderWay((await requestNow()).season)
  return (
    <Page title="这个昌通码账号还没有实名认证" lead="报名要由实名认证过的监护人办理。认证一次就够，几分钟可以完成。">
      <NumberedList items={VERIFYING} />
      <form method="post" action="/sign-in/start">
        <Actions><SubmitButton waitingText="正在打开昌通码">认证好了，重新登录</SubmitButton></Actions>
      </form>
      {seasons.map(({ county, season: { schools, settings } }) => (
        <Help key={county} county={settings.countyName} schools={schools} open={seasons.length === 1} desk={settings.help.desk} hours={settings.help.hours} lead="没有智能手机，或认证不了的，请打学校的电话或到现场办公点。" />
      ))}
    </Page>
  )
}
