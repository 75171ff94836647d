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
import { mostUrgent } from '@/lib/domain/standing'
import { requestNow, requireGuardian } from '@/lib/auth/require-guardian'
import { listClaimedChildren } from '@/lib/data/appeals'
import { listPublishedSeasons } from '@/lib/data/seasons'
import { paths } from '@/lib/paths'
import { requestUnread } from '../unread'
import { ClaimedChild, DraftChild, OthersChild, SubmittedChild } from './children'
import { readChildren, registrationOf, seasonToShow } from './read-children'

export const metadata: Metadata = { title: '我的孩子' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** This guardian's children and where each one stands. */
export default async function ChildrenPage({ searchParams }: Props) {
  const actor = await requireGuardian(paths.children)
  const [now, claimed, seasons, query, unread] = await Promise.all([requestNow(), listClaimedChildren(actor), listPublishedSeasons(actor.assisted?.county), searchParams, requestUnread(actor)])
  const { drafts, submitted, others } = await readChildren(actor, seasons, now)
  const urgent = mostUrgent([...drafts, ...submitted].map(({ standing }) => standing))
  const known = drafts.length + submitted.length + others.length
  const { open, shown } = seasonToShow(seasons, drafts[0]?.draft.county ?? submitted[0]?.receipt.county, now)
  const closed = open || !shown ? null : SEASON_PHASE_WORDS[now.season < shown.season.settings.opensAt ? 'before' : 'after']
  return (
    <Page
      title="我的孩子"
      lead={open && <>距采集截止还有 <b className="text-seal"><Nowrap>{timeLeft(now.season, open.season.settings.closesAt)}</Nowrap></b></>}
    >
      <Fault code={query.fault} closed={closed !== null} />
      {closed && <Notice kind="seal" title={closed.title}><p>{closed.text}</p></Notice>}
      <RowLink href={paths.messages} count={unread}>消息</RowLink>
      {claimed.map((idNumber, index) => <ClaimedChild key={index} idNumber={idNumber} />)}
      {others.map(({ other, announced }) => <OthersChild key={registrationOf(other)} other={other} announced={announced} />)}
      {drafts.map(({ draft, standing, open: isOpen }) => <DraftChild key={draft.id} draft={draft} reader={actor.idNumber} standing={standing} open={isOpen} urgent={standing === urgent} />)}
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
      {shown && <Help schools={shown.season.schools} firstCode={submitted[0]?.receipt.schoolCode} desk={shown.season.settings.help.desk} hours={shown.season.settings.help.hours} />}
    </Page>
  )
}

/** What could not be done; that the season is closed is said once, and not as a fault too. */
function Fault({ code, closed }: { code: string | string[] | undefined; closed: boolean }) {
  const fault = typeof code === 'string' && isErrorCode(code) && !(closed && code.startsWith('SEASON_')) ? ERROR_WORDS[code] : null
  return fault && <Notice kind="neutral" title={fault.title}><p role="alert">{fault.text}</p></Notice>
}
