import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { ConsolePage } from '@/components/console/console-page'
import { ListKeys } from '@/components/console/list-keys'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { SEARCH_NAMES } from '@/lib/copy/staff/applications'
import { STAFF_ERRORS } from '@/lib/copy/staff/errors'
import { columnsCookie } from '@/lib/auth/cookies'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { columnsOf } from '@/lib/domain/application-columns'
import { applicationQuery, queryString, SEARCH_KINDS, shownSearch, type ApplicationQuery } from '@/lib/domain/application-search'
import { seasonOfYear, seasonPhase } from '@/lib/domain/season-phase'
import { hasRight } from '@/lib/domain/staff'
import type { Turn } from '@/lib/data/application-page'
import { findApplications, openApplicationSearch } from '@/lib/data/application-search'
import { listPublishedSeasons } from '@/lib/data/seasons'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { cellsOf } from './cells'
import { ColumnChoice } from './column-choice'
import { Filters } from './filters'
import { Pages } from './pages'
import { SearchForm } from './search-form'
import { ApplicationsTable } from './table'

export const metadata: Metadata = { title: '登记查询' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const LINES = 50
const KEYS = [{ keys: ['/'], what: '查询' }, { keys: ['J', 'K'], what: '下一份、上一份' }, { keys: ['Enter'], what: '打开' }] as const

/** The county's registrations: searched by person, place and number, narrowed by what is no person's, page by page. */
export default async function ApplicationsPage({ searchParams }: Props) {
  const given = await searchParams
  const query = applicationQuery.parse(given)
  const written = queryString(query)
  const actor = await requireStaff('applications', `${paths.applications}?${written}`)
  const [now, seasons, jar] = await Promise.all([requestNow(), listPublishedSeasons(actor.county), cookies()])
  const published = seasonOfYear(seasons, query.year, now.season)
  const frame = {
    actor, current: 'applications', title: '登记查询', lead: '本县的登记，最近有变动的在前。', fault: given.fault, demonstration: isDemonstration(), keys: KEYS,
    action: hasRight(actor.role, 'returnSubmission') && <ButtonLink variant="secondary" href={paths.returns}>退回审批</ButtonLink>,
  } as const
  if (!published) return <ConsolePage {...frame}><Empty title="还没有登记">{STAFF_ERRORS.NO_SEASON}</Empty></ConsolePage>

  const wanted = query.q ? openApplicationSearch(actor, query.q) : null
  const { lines, earlier, later } = await findApplications({ county: actor.county, year: published.year }, { ...query, search: wanted }, turnOf(query), LINES)
  const columns = columnsOf(jar.get(columnsCookie().name)?.value.split('.') ?? [])
  const open = seasonPhase(published.season.settings, now.season) === 'open'
  const isNumber = wanted?.by === 'id-number' || wanted?.by === 'home-number'
  return (
    <ConsolePage {...frame}>
      <ListKeys />
      <SearchForm key={query.q} kinds={SEARCH_KINDS.map((value) => ({ value, name: SEARCH_NAMES[value] }))} by={wanted?.by ?? 'name'} text={wanted && !isNumber ? wanted.text : ''} query={written} />
      <Filters query={query} season={published.season} years={seasons.map(({ year }) => year)} />
      {query.q && !wanted && <p role="alert" className="text-sm">这个链接里的查询是别人做的，请自己查一次。下面没有按它筛选。</p>}
      {wanted && <p className="text-sm">查的是{SEARCH_NAMES[wanted.by]}：<b className="num">{shownSearch(wanted)}</b></p>}
      {lines.length > 0
        ? <ApplicationsTable lines={lines} columns={columns} cells={cellsOf(published.season, open)} query={written} />
        : <Empty title="没有查到">{wanted ? '换一种写法，或者清除筛选再查。没有开始登记的家庭，这里查不到。' : '现在的筛选下没有登记。'}</Empty>}
      <Pages query={query} count={lines.length} earlier={earlier} later={later} />
      {lines.length > 0 && <ColumnChoice chosen={columns} query={written} />}
    </ConsolePage>
  )
}

function turnOf({ after, before }: ApplicationQuery): Turn | null {
  if (before) return { from: before, back: true }
  return after ? { from: after, back: false } : null
}
