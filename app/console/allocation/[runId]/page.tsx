import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ConsolePage } from '@/components/console/console-page'
import { ListKeys } from '@/components/console/list-keys'
import { Button } from '@/components/ui/button'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { runAnswers, totalOf } from '@/lib/domain/allocation'
import { allocationQuery } from '@/lib/domain/allocation-query'
import { countUnfinished, listDecisions } from '@/lib/data/allocation-figures'
import { findAllocationRun, findPublishedRun } from '@/lib/data/allocation-runs'
import { listCountyProposals } from '@/lib/data/county-proposals'
import { db } from '@/lib/data/db'
import { getSeasonVersion } from '@/lib/data/seasons'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { Done } from '../done'
import { CategoryTable } from './category-table'
import { Decisions } from './decisions'
import { PublicationSection } from './publication-section'
import { RunFacts } from './run-facts'
import { SchoolTable } from './school-table'

export const metadata: Metadata = { title: '试排' }

type Props = { params: Promise<{ runId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const LINES = 50
const KEYS = [{ keys: ['J', 'K'], what: '下一个、上一个学生' }, { keys: ['Enter'], what: '打开' }, { keys: ['Esc'], what: '回到录取' }] as const

/** One run: its figures by school and category, every decision with its reason, and its way to the families. */
export default async function RunPage({ params, searchParams }: Props) {
  const asked = runAnswers.safeParse(await params)
  const actor = await requireStaff('allocation', asked.success ? paths.allocationRun(asked.data.runId) : paths.allocation)
  const run = asked.success ? await findAllocationRun(db(), actor, asked.data.runId) : null
  const published = run && (await getSeasonVersion(run.seasonVersionId))
  if (!run || !published) notFound()
  const given = await searchParams
  const query = allocationQuery.parse(given)
  const [now, { lines, next }, proposals, unfinished, told] = await Promise.all([
    requestNow(), listDecisions(db(), run.id, query, LINES), listCountyProposals(db(), actor, { kinds: ['publish-allocation'], subjectId: run.id }), countUnfinished(db(), run), findPublishedRun(db(), run),
  ])
  const { season } = published
  const waitsForAppeals = unfinished.appeals > 0 && season.settings.review.afterClose !== 'never'
  return (
    <ConsolePage
      actor={actor} current="allocation" title={`第 ${run.number} 次试排`} fault={given.fault} demonstration={isDemonstration()} keys={KEYS}
      back={{ href: paths.allocation, to: '录取' }}
      action={<form method="post" action={paths.allocationBundle}><input type="hidden" name="runId" value={run.id} /><Button variant="secondary">下载运算包</Button></form>}
    >
      <ListKeys />
      <Done what={given.done} />
      <dl className="figures">
        <div><dt>录取</dt><dd><b>{totalOf(run.counts, 'admitted')}</b><small>在预分配的学校</small></dd></div>
        <div><dt>统筹</dt><dd><b>{totalOf(run.counts, 'coordinated')}</b><small>到相邻学校</small></dd></div>
        <div><dt>人工安排</dt><dd><b>{totalOf(run.counts, 'by-hand')}</b><small><a href={`${paths.allocationRun(run.id)}?outcome=by-hand#decisions`}>看名单</a></small></dd></div>
        <div><dt>保留学位</dt><dd><b>{run.loads.reduce((sum, { held }) => sum + held, 0)}</b><small>留给同胞，等人工安排</small></dd></div>
      </dl>
      <div className="charts">
        <PublicationSection actor={actor} run={run} proposals={proposals} obstacle={told ? 'ALLOCATION_PUBLISHED' : waitsForAppeals ? 'ALLOCATION_APPEALS_OPEN' : now.season < season.settings.closesAt ? 'ALLOCATION_NOT_CLOSED' : null} />
        <RunFacts run={run} version={published.number} draw={season.settings.allocation.draw} />
      </div>
      <SchoolTable run={run} season={season} />
      <CategoryTable counts={run.counts} season={season} />
      <Decisions run={run} season={season} query={query} lines={lines} next={next} />
    </ConsolePage>
  )
}
