import type { Metadata } from 'next'
import { ConsolePage } from '@/components/console/console-page'
import { Section } from '@/components/layout/section'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { STAFF_ERRORS } from '@/lib/copy/staff/errors'
import { WINDOW } from '@/lib/copy/staff/season-publication'
import { dayAndTime } from '@/lib/copy/time'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { seasonPhase } from '@/lib/domain/season-phase'
import { localInstant } from '@/lib/domain/season-window'
import { db } from '@/lib/data/db'
import { listSeasonProposals } from '@/lib/data/season-proposals'
import { areResultsOut } from '@/lib/data/season-window'
import { getSeasonUnderWay, type PublishedSeason } from '@/lib/data/seasons'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { ProposalTable } from '../proposal-table'
import { WindowForm } from './window-form'

export const metadata: Metadata = { title: WINDOW.title }

/** A later close of the season under way, after an outage; and what was extended before. */
export default async function WindowPage() {
  const actor = await requireStaff('season', paths.seasonWindow)
  const { season: now } = await requestNow()
  const published = await getSeasonUnderWay(actor.county, now)
  const frame = { actor, current: 'season', demonstration: isDemonstration(), title: WINDOW.title, lead: WINDOW.lead, back: { href: paths.season, to: '招生方案' } } as const
  if (!published) return <ConsolePage {...frame}><Empty>{STAFF_ERRORS.NO_SEASON}</Empty></ConsolePage>
  const { season: { settings }, year } = published
  const proposals = await listSeasonProposals(actor, { kinds: ['extend-window'], year })
  const waiting = proposals.find(({ status }) => status === 'waiting')
  const closed = await whyNot(published, now)
  return (
    <ConsolePage {...frame}>
      <dl className="facts max-w-form">
        <div><dt>哪一年</dt><dd>{year} 年</dd></div>
        <div><dt>开始</dt><dd>{dayAndTime(settings.opensAt)}</dd></div>
        <div><dt>现在的截止</dt><dd>{dayAndTime(settings.closesAt)}{now >= settings.closesAt && '，已经截止'}</dd></div>
      </dl>
      {closed ? <Notice kind="neutral"><p>{closed}</p></Notice>
        : waiting ? <div className="flex"><ButtonLink variant="secondary" href={paths.seasonProposal(waiting.id)}>有一项在等另一位管理员决定</ButtonLink></div>
          : <div className="max-w-form [&>*+*]:mt-4"><WindowForm closesAt={localInstant(settings.closesAt)} /></div>}
      <Section near title="以前的提请"><ProposalTable proposals={proposals} none={WINDOW.none} /></Section>
    </ConsolePage>
  )
}

/** What no form would change. */
async function whyNot(published: PublishedSeason, at: number): Promise<string | null> {
  if (seasonPhase(published.season.settings, at) === 'before') return STAFF_ERRORS.WINDOW_NOT_OPENED
  return (await areResultsOut(db(), published)) ? STAFF_ERRORS.WINDOW_RESULTS_OUT : null
}
