import type { Metadata } from 'next'
import { Actions } from '@/components/layout/actions'
import { Help } from '@/components/layout/help'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { Nowrap } from '@/components/ui/phrase'
import { RowLink } from '@/components/ui/row-link'
import { timeLeft } from '@/components/ui/season-countdown'
import { ERROR_WORDS, isErrorCode } from '@/lib/copy/errors'
import { SEASON_PHASE_WORDS } from '@/lib/copy/season'
import { BUTTONS } from '@/lib/copy/steps'
import { judgedAt } from '@/lib/domain/completion'
import { seasonPhase, seasonsUnderWay } from '@/lib/domain/season-phase'
import { mostUrgent, standingOf, standingOfSubmission, type Standing } from '@/lib/domain/standing'
import { requestNow, requireGuardian } from '@/lib/auth/require-guardian'
import { announcedSchools } from '@/lib/data/announcements'
import { listClaimedChildren } from '@/lib/data/appeals'
import { listApplications } from '@/lib/data/applications'
import { findReturnReason } from '@/lib/data/returns'
import { listCompletionsUnderWay } from '@/lib/data/completions'
import { listPublishedSeasons } from '@/lib/data/seasons'
import { listReceipts, listSubmissionsByOthers } from '@/lib/data/submissions'
import { paths } from '@/lib/paths'
import { requestUnread } from '../unread'
import { ClaimedChild, DraftChild, OthersChild, SubmittedChild } from './children'

export const metadata: Metadata = { title: '我的孩子' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** This guardian's children and where each one stands. */
export default async function ChildrenPage({ searchParams }: Props) {
  const actor = await requireGuardian(paths.children)
  const [now, applications, receipts, others, claimed, seasons, query, unread, completing] = await Promise.all([
    requestNow(), listApplications(actor), listReceipts(actor), listSubmissionsByOthers(actor), listClaimedChildren(actor), listPublishedSeasons(actor.assisted?.county), searchParams, requestUnread(actor), listCompletionsUnderWay(actor),
  ])
  const settingsOf = ({ county, year }: { county: string; year: number }) => seasons.find((one) => one.county === county && one.year === year)?.season.settings
  const isOpen = (settings: Parameters<typeof seasonPhase>[0] | undefined) => settings !== undefined && seasonPhase(settings, now.season) === 'open'
  const announced = await announcedSchools([...receipts, ...others].map(({ applicationId }) => applicationId))
  const taken = new Set(others.map(registrationOf))
  const drafts = applications.filter((application) => application.status === 'draft' && !taken.has(registrationOf(application))).map((draft) => {
    const settings = settingsOf(draft)
    return { draft, standing: settings ? standingOf({ ...draft, completing: completing.has(draft.id) }, settings, judgedAt(actor, draft, now)) : ({ code: 'missed' } as const) }
  })
  const submitted = await Promise.all(
    receipts.map(async (receipt) => {
      const settings = settingsOf(receipt)
      const { schools } = receipt.shown
      const sentBack = applications.find((application) => application.id === receipt.applicationId)
      const standing: Standing = settings ? standingOfSubmission({ ...receipt, schools, announced: announced.get(receipt.applicationId) }, settings, now.season) : { code: 'submitted', schools }
      return { receipt, standing, reason: sentBack ? await findReturnReason(sentBack) : null }
    }),
  )
  const urgent = mostUrgent([...drafts, ...submitted].map(({ standing }) => standing))
  const known = drafts.length + receipts.length + others.length
  // The county where the family registers comes first; without a child, one that is open.
  const home = drafts[0]?.draft.county ?? receipts[0]?.county
  const underWay = seasonsUnderWay(seasons, now.season).toSorted((one, other) => Number(other.county === home) - Number(one.county === home))
  const open = underWay.find((one) => isOpen(one.season.settings))
  const shown = underWay[0]?.county === home ? underWay[0] : (open ?? underWay[0])
  const closed = open || !shown ? null : SEASON_PHASE_WORDS[now.season < shown.season.settings.opensAt ? 'before' : 'after']
  const fault = typeof query.fault === 'string' && isErrorCode(query.fault) && !(closed && query.fault.startsWith('SEASON_')) ? ERROR_WORDS[query.fault] : null
  return (
    <Page
      title="我的孩子"
      lead={open && <>距采集截止还有 <b className="text-seal"><Nowrap>{timeLeft(now.season, open.season.settings.closesAt)}</Nowrap></b></>}
    >
      {fault && <Notice kind="neutral" title={fault.title}><p role="alert">{fault.text}</p></Notice>}
      {closed && <Notice kind="seal" title={closed.title}><p>{closed.text}</p></Notice>}
      <RowLink href={paths.messages} count={unread}>消息</RowLink>
      {claimed.map((idNumber, index) => <ClaimedChild key={index} idNumber={idNumber} />)}
      {others.map((other) => <OthersChild key={registrationOf(other)} other={other} announced={announced.get(other.applicationId)} />)}
      {drafts.map(({ draft, standing }) => <DraftChild key={draft.id} draft={draft} reader={actor.idNumber} standing={standing} open={isOpen(settingsOf(draft))} urgent={standing === urgent} />)}
      {submitted.map(({ receipt, standing, reason }) => <SubmittedChild key={receipt.applicationId} receipt={receipt} standing={standing} reason={reason} urgent={standing === urgent} />)}
      {known === 0 && <Empty title="还没有登记的孩子"><p>{open ? '点「公办采集」，选择区县，输入孩子的身份证号，就可以开始。随时可以离开，填的都会保存。' : '采集开放以后，在这里开始登记。'}</p></Empty>}
      {open && (
        <Actions>
          <ButtonLink href={paths.start} variant={known === 0 ? 'primary' : 'secondary'} small={known === 0 ? '选择区县，查询学生' : undefined}>
            {known === 0 ? BUTTONS.collect : BUTTONS.addChild}
          </ButtonLink>
        </Actions>
      )}
      <RowLink href={paths.manual}>操作说明</RowLink>
      {shown && <Help schools={shown.season.schools} firstCode={receipts[0]?.schoolCode} desk={shown.season.settings.help.desk} hours={shown.season.settings.help.hours} />}
    </Page>
  )
}

/** A child is registered once a year, by one guardian. */
function registrationOf({ studentId, year }: { studentId: string; year: number }): string {
  return `${studentId}:${year}`
}
