import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ManualLink } from '@/components/application/manual-link'
import { Help } from '@/components/layout/help'
import { Page } from '@/components/layout/page'
import { QUERY_CONSENT } from '@/lib/copy/query-consent'
import { STEP_NAMES } from '@/lib/copy/steps'
import { lastMinute } from '@/lib/copy/time'
import { COUNTIES } from '@/lib/domain/counties'
import { STAGE, STAGES } from '@/lib/domain/journey'
import { requestNow, requireGuardian } from '@/lib/auth/require-guardian'
import { listOpenSeasons } from '@/lib/data/seasons'
import { paths } from '@/lib/paths'
import { StartForm } from './start-form'

export const metadata: Metadata = { title: '选择区县，查询学生' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Another child of a family starts in the county of the one before. */
export default async function StartPage({ searchParams }: Props) {
  const { assisted } = await requireGuardian(paths.start)
  const before = (await searchParams).county
  const seasons = await listOpenSeasons((await requestNow()).season, assisted?.county)
  const [first] = seasons
  // The children's page says whether the season is still to come or over.
  if (!first) redirect(paths.children)
  const open = seasons.map(({ county, season }) => ({ code: county, name: season.settings.countyName, closes: lastMinute(season.settings.closesAt) }))
  const closed = COUNTIES.filter((county) => !open.some((one) => one.code === county.code)).map((county) => county.name)
  return (
    <Page title="选择区县，查询学生" back={paths.children} steps={{ current: STAGE.start, total: STAGES, name: STEP_NAMES.start }}>
      <StartForm open={open} closed={closed} consent={QUERY_CONSENT.text} chosen={open.length === 1 ? first.county : typeof before === 'string' ? before : ''} />
      <ManualLink step="start" />
      {seasons.map(({ county, season: { schools, settings } }) => (
        <Help key={county} county={settings.countyName} schools={schools} desk={settings.help.desk} hours={settings.help.hours} />
      ))}
    </Page>
  )
}
