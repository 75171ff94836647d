import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ConsolePage } from '@/components/console/console-page'
import { FilterSelect } from '@/components/console/filter-select'
import { ListKeys } from '@/components/console/list-keys'
import { SeatsTable } from '@/components/console/seats-table'
import { Section } from '@/components/layout/section'
import { ButtonLink } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { BY_HAND, BY_HAND_DONE, runWords } from '@/lib/copy/staff/by-hand'
import { PAGE_NAMES } from '@/lib/copy/staff/frame'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { byHandQuery, byHandQueryString } from '@/lib/domain/by-hand'
import { hasRight } from '@/lib/domain/staff'
import { openByHand } from '@/lib/commands/open-by-hand'
import { findRun, findRunInForce, listSeats } from '@/lib/data/by-hand'
import { listByHand } from '@/lib/data/by-hand-list'
import { listWaitingByHand } from '@/lib/data/by-hand-waiting'
import { db } from '@/lib/data/db'
import { getSeasonUnderWay } from '@/lib/data/seasons'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { ByHandTable } from './by-hand-table'
import { ChildPanel } from './child-panel'
import { WaitingCard } from './waiting-card'

export const metadata: Metadata = { title: PAGE_NAMES.byHand }

const KEYS = [{ keys: ['J', 'K'], what: '下一个、上一个' }, { keys: ['Enter'], what: '安排' }] as const

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Schools by hand, beside a run: what waits for the second officer, whom the run left to the county, and one child's form. */
export default async function ByHandPage({ searchParams }: Props) {
  const actor = await requireStaff('override', paths.byHand)
  const { fault, done, ...asked } = await searchParams
  const query = byHandQuery.parse(asked)
  const published = await getSeasonUnderWay(actor.county, (await requestNow()).season)
  const run = query.run ? await findRun(db(), actor, query.run) : published && (await findRunInForce(db(), actor, published.year))
  if (query.run && !run) notFound()
  const opened = run && query.child ? await openByHand({ actor, runId: run.id, applicationId: query.child }) : null
  if (query.child && !opened) notFound()
  const [waiting, page, seats] = await Promise.all([
    listWaitingByHand(actor),
    run && listByHand(db(), { run, given: query.given !== null, after: query.after }),
    run ? listSeats(db(), run) : [],
  ])
  const said = Object.entries(BY_HAND_DONE).find(([outcome]) => outcome === done)?.[1]
  const mayApprove = hasRight(actor.role, 'approveResult')
  const list = { run: query.run, given: query.given }
  return (
    <ConsolePage actor={actor} current="byHand" demonstration={isDemonstration()} title={PAGE_NAMES.byHand} lead={run ? runWords(run) : undefined} fault={fault} keys={KEYS}>
      {said && <Notice kind="ok"><p role="status">{said}</p></Notice>}
      {waiting.length > 0 && (
        <Section near title={BY_HAND.waitingTitle}>
          <ul className="lines" role="list">{waiting.map((one) => <WaitingCard key={one.proposal.id} waiting={one} own={one.proposal.proposedById === actor.staffId} mayApprove={mayApprove} />)}</ul>
        </Section>
      )}
      {!run || !page ? <Empty title={BY_HAND.noRun}>{BY_HAND.noRunText}</Empty> : (
        <div className="lookup">
          <div className="grid gap-3">
            <form className="filters" action={paths.byHand} aria-label={BY_HAND.filter}>
              {query.run && <input type="hidden" name="run" value={query.run} />}
              <FilterSelect label={BY_HAND.state} name="given" value={query.given} all={BY_HAND.states.open} options={[{ value: 'yes', label: BY_HAND.states.given }]} />
              <noscript><button className={buttonStyle('secondary')} type="submit">{BY_HAND.filter}</button></noscript>
            </form>
            {page.lines.length > 0 ? <ByHandTable run={run} lines={page.lines} openedId={query.child ?? undefined} /> : <Empty>{query.given ? BY_HAND.noneGiven : BY_HAND.noneOpen}</Empty>}
            <div className="con-head">
              {query.after && <ButtonLink variant="secondary" href={`${paths.byHand}?${byHandQueryString(list)}`}>{BY_HAND.first}</ButtonLink>}
              {page.next && <ButtonLink variant="secondary" href={`${paths.byHand}?${byHandQueryString({ ...list, after: page.next })}`}>{BY_HAND.more}</ButtonLink>}
            </div>
          </div>
          {opened ? <ChildPanel opened={opened} run={run} seats={seats} /> : <div className="lookup-side"><SeatsTable seats={seats} caption /><p className="text-sm text-ink-soft">{BY_HAND.choose}</p></div>}
        </div>
      )}
      <ListKeys />
    </ConsolePage>
  )
}
