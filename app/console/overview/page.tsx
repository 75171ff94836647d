import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ConsolePage } from '@/components/console/console-page'
import { YearSelect } from '@/components/console/year-select'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { timeLeft } from '@/components/ui/season-countdown'
import { monthDayTime } from '@/components/ui/shanghai'
import { LEFT_WORDS, NO_FIGURES } from '@/lib/copy/staff/overview'
import { toImportWords } from '@/lib/copy/staff/registers'
import { toDecideWords } from '@/lib/copy/staff/season-publication'
import { countyName } from '@/lib/domain/counties'
import { seasonOfYear, seasonPhase } from '@/lib/domain/season-phase'
import { hasRight } from '@/lib/domain/staff'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { readOverview } from '@/lib/data/overview'
import { countToImport } from '@/lib/data/register-uploads'
import { listSeasonProposals } from '@/lib/data/season-proposals'
import { listPublishedSeasons } from '@/lib/data/seasons'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { AgeChart } from './age-chart'
import { AppealDays } from './appeal-days'
import { AppealSchools } from './appeal-schools'
import { DemandChart } from './demand-chart'
import { Figures } from './figures'
import { KindTable } from './kind-table'
import { SubmittedDays } from './submitted-days'

export const metadata: Metadata = { title: '概览' }

/** The county's figures (R-47, R-48): how far the season is, who waits how long, and whether the seats will do. */
export default async function OverviewPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireStaff('overview', paths.overview)
  const [now, seasons, { year }, proposals] = await Promise.all([requestNow(), listPublishedSeasons(actor.county), searchParams, hasRight(actor.role, 'season') ? listSeasonProposals(actor, { waiting: true }) : []])
  const toImport = hasRight(actor.role, 'registers') ? await countToImport(actor, now.real) : 0
  const published = seasonOfYear(seasons, year, now.season)
  const demonstration = isDemonstration()
  const frame = { actor, current: 'overview', demonstration, title: '概览' } as const
  const toDecide = proposals.filter(({ proposedById }) => proposedById !== actor.staffId).length
  const asked = (
    <>
      {toDecide > 0 && <Notice kind="info"><p><a href={paths.season}>{toDecideWords(toDecide)}</a></p></Notice>}
      {toImport > 0 && <Notice kind="info"><p><a href={paths.registers}>{toImportWords(toImport)}</a></p></Notice>}
    </>
  )
  if (!published) return <ConsolePage {...frame}>{asked}<Nothing {...NO_FIGURES.noSeason} /></ConsolePage>
  const { settings } = published.season
  const phase = seasonPhase(settings, now.season)
  const lead = `截至 ${monthDayTime(now.season)}。${demonstration ? `示例数字，不是${countyName(actor.county)}的真实报名情况。` : ''}`
  const left = (
    <p className="text-ink-soft">
      {LEFT_WORDS[phase]}{phase !== 'after' && <> <b className="num text-seal">{timeLeft(now.season, phase === 'before' ? settings.opensAt : settings.closesAt)}</b></>}
    </p>
  )
  const years = seasons.length > 1 && (
    <form className="filters" method="get" action={paths.overview} aria-label="年份">
      <YearSelect years={seasons.map((one) => one.year)} shown={published.year} />
      <noscript><button className="tool" type="submit">查看</button></noscript>
    </form>
  )
  if (phase === 'before') return <ConsolePage {...frame} lead={lead} action={left}>{asked}{years}<Nothing {...NO_FIGURES.before} /></ConsolePage>
  const overview = await readOverview(published, now.season)
  return (
    <ConsolePage {...frame} lead={lead} action={left}>
      {asked}
      {years}
      <Figures overview={overview} />
      <div className="charts">
        <SubmittedDays days={overview.days} />
        <DemandChart bands={overview.bands} categories={overview.categories} schools={overview.schools} />
        <AgeChart ages={overview.ages} />
        <KindTable kinds={overview.kinds} mayReview={hasRight(actor.role, 'queue')} />
        <AppealDays days={overview.days} />
        <AppealSchools schools={overview.schools} appeals={overview.appeals} />
      </div>
    </ConsolePage>
  )
}

function Nothing({ title, text }: { title: ReactNode; text: ReactNode }) {
  return <Empty title={title}>{text}</Empty>
}
