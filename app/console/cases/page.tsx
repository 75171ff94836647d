import type { Metadata } from 'next'
import { ConsolePage } from '@/components/console/console-page'
import { ListKeys } from '@/components/console/list-keys'
import { Button, ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { LEAVE_KEY, QUEUE, QUEUE_DONE, queueCount, queueKeys, queueLead } from '@/lib/copy/staff/queue'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { COUNTED_UP_TO, listCases, type CasePage } from '@/lib/data/case-queue'
import { countInHand } from '@/lib/data/claims'
import { db } from '@/lib/data/db'
import { listPublishedSeasons } from '@/lib/data/seasons'
import { listReviewers } from '@/lib/data/staff'
import { listQuery, readCaseFilters, withinCounty } from '@/lib/domain/case-filters'
import { CLAIM_MS } from '@/lib/domain/cases'
import { seasonUnderWay } from '@/lib/domain/season-phase'
import { hasRight } from '@/lib/domain/staff'
import { isDemonstration } from '@/lib/env'
import { claimNext } from './actions'
import { queuePath } from './case-path'
import { QueueFilters } from './queue-filters'
import { askedList } from './queue-list'
import { QueueTable } from './queue-table'

export const metadata: Metadata = { title: QUEUE.title }

const NOTHING: CasePage = { lines: [], count: 0, next: null }

type Query = Promise<Record<string, string | string[] | undefined>>

/** What waits for the county's reviewers, due first; the filters are the address. */
export default async function QueuePage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams
  const actor = await requireStaff('queue', queuePath(askedList(query)))
  const [now, seasons, reviewers] = await Promise.all([requestNow(), listPublishedSeasons(actor.county), listReviewers(db(), actor)])
  const schools = seasonUnderWay(seasons, now.season)?.season.schools ?? []
  const filters = withinCounty(readCaseFilters(query, actor.role), { ...actor, schools, reviewers })
  const { lines, count, next } = seasons.length > 0 ? await listCases({ actor, filters, years: seasons.map(({ year }) => year), now }) : NOTHING
  const list = listQuery(filters, actor.role)
  const fromStart = listQuery(filters, actor.role, null)
  const done = Object.entries(QUEUE_DONE).find(([outcome]) => outcome === query.done)?.[1]
  const decides = hasRight(actor.role, 'decide')
  const inHand = decides ? await countInHand(db(), actor, now.real) : 0
  return (
    <ConsolePage
      actor={actor} current="queue" demonstration={isDemonstration()} keys={queueKeys(decides)} allKeys={[...queueKeys(decides), LEAVE_KEY]}
      title={QUEUE.title} lead={queueLead(CLAIM_MS)} fault={seasons.length > 0 ? query.fault : 'NO_SEASON'}
      action={decides && (
        <>
          {inHand > 0 && <ButtonLink variant="quiet" href={queuePath('reviewer=mine')}>{QUEUE.inHand(inHand)}</ButtonLink>}
          <form action={claimNext}>
            <input type="hidden" name="list" value={list} />
            <Button hotKey="n">{QUEUE.next}<kbd className="ml-2">N</kbd></Button>
          </form>
        </>
      )}
    >
      {done && <Notice kind="ok"><p role="status">{done}</p></Notice>}
      <QueueFilters actor={actor} filters={filters} schools={schools} reviewers={reviewers} list={fromStart} />
      {lines.length > 0 ? <QueueTable actor={actor} lines={lines} schools={schools} reviewers={reviewers} list={list} at={now.season} /> : <Empty>{QUEUE.empty}</Empty>}
      <div className="con-head">
        <p className="text-sm text-ink-soft">{lines.length > 0 && queueCount(lines.length, count, COUNTED_UP_TO)}</p>
        {filters.after && <ButtonLink variant="secondary" href={queuePath(fromStart)}>{QUEUE.firstPage}</ButtonLink>}
        {next && <ButtonLink variant="secondary" href={queuePath(listQuery(filters, actor.role, next))}>{QUEUE.nextPage}</ButtonLink>}
      </div>
      <ListKeys />
    </ConsolePage>
  )
}
