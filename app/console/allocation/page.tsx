import type { Metadata } from 'next'
import { ConsolePage } from '@/components/console/console-page'
import { ListKeys } from '@/components/console/list-keys'
import { Empty } from '@/components/ui/empty'
import { monthDayTime } from '@/components/ui/shanghai'
import { STAFF_ERRORS } from '@/lib/copy/staff/errors'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { seasonPhase } from '@/lib/domain/season-phase'
import { countCandidates, countUnfinished } from '@/lib/data/allocation-figures'
import { listAllocationRuns } from '@/lib/data/allocation-runs'
import { countCompletable } from '@/lib/data/completions'
import { listCountyProposals } from '@/lib/data/county-proposals'
import { db } from '@/lib/data/db'
import { getSeasonUnderWay } from '@/lib/data/seasons'
import { staffNames } from '@/lib/data/staff'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { CompareForm } from './compare-form'
import { RulesFacts } from './rules-facts'
import { RunsTable } from './runs-table'
import { TrialForm } from './trial-form'

export const metadata: Metadata = { title: '录取' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const KEYS = [{ keys: ['J', 'K'], what: '下一次、上一次' }, { keys: ['Enter'], what: '打开' }] as const

/** The final allocation of the season: what it waits for, its trial runs, and which of them the families were told. */
export default async function AllocationPage({ searchParams }: Props) {
  const actor = await requireStaff('allocation', paths.allocation)
  const now = await requestNow()
  const [published, { fault }] = await Promise.all([getSeasonUnderWay(actor.county, now.season), searchParams])
  const frame = { actor, current: 'allocation', title: '录取', lead: '截止以后试排，由两位管理员公布。公布以前，家长和学校看不到。', fault, demonstration: isDemonstration(), keys: KEYS } as const
  if (!published) return <ConsolePage {...frame}><Empty title="还不能录取">{STAFF_ERRORS.NO_SEASON}</Empty></ConsolePage>

  const { settings } = published.season
  const [candidates, { appeals, audits }, completable, runs, waiting] = await Promise.all([
    countCandidates(db(), published), countUnfinished(db(), published), countCompletable(db(), published, now.season), listAllocationRuns(db(), published),
    listCountyProposals(db(), actor, { kinds: ['publish-allocation'], year: published.year, waiting: true }),
  ])
  const names = await staffNames(db(), runs.flatMap(({ createdById }) => createdById ?? []))
  const closed = seasonPhase(settings, now.season) === 'after'
  const told = runs.find(({ publishedAt }) => publishedAt !== null)
  return (
    <ConsolePage {...frame}>
      <ListKeys />
      <dl className="figures">
        <div><dt>采集</dt><dd><b>{closed ? '已截止' : '未截止'}</b><small>{monthDayTime(settings.closesAt)}</small></dd></div>
        <div><dt>参加录取的登记</dt><dd><b>{candidates}</b><small>{settings.year} 年</small></dd></div>
        <div><dt>待审核的申诉</dt><dd><b>{appeals}</b><small>{settings.review.afterClose === 'never' ? '截止后不再办结' : '审完才能公布'}；材料抽查 {audits}</small></dd></div>
        <div><dt>截止后待办结</dt><dd><b>{completable}</b><small>公布以后办结的，由人工安排</small></dd></div>
      </dl>
      <div className="charts">
        <section className="chart" aria-labelledby="trial">
          <div className="chart-head"><h2 id="trial">试排</h2></div>
          <TrialForm state={told ? 'published' : closed ? 'open' : 'not-closed'} draw={settings.allocation.draw} />
        </section>
        <RulesFacts season={published.season} version={published.number} />
      </div>
      <section className="con-part" aria-labelledby="runs">
        <h2 id="runs" className="text-lg">历次试排</h2>
        {runs.length === 0
          ? <Empty title="还没有试排过">每一次都编号留存，不能改，也不能删。</Empty>
          : <RunsTable runs={runs} names={names} waitingId={waiting[0]?.subjectId ?? null} />}
        {runs.length > 1 && <CompareForm runs={runs} />}
      </section>
    </ConsolePage>
  )
}
