import { Actions } from '@/components/layout/actions'
import { Section } from '@/components/layout/section'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { StatusTag } from '@/components/ui/tag'
import { Source } from '@/components/ui/summary'
import { AFTER_CLOSE, APPEALS, establishedSource } from '@/lib/copy/appeals'
import { APPEAL_SLUGS, HOLDS_AT } from '@/lib/domain/appeals'
import type { Appeal } from '@/lib/data/appeals'
import { paths, stepPath } from '@/lib/paths'
import type { OpenAppeal } from '../open-appeal'
import { AppealPage, stepOf } from './appeal-page'
import { Established } from './established'
import { EarlierRounds } from './verdict'

/** What the county established, with its source, and the one way on. */
export function ApprovedView({ open, appeal }: { open: OpenAppeal; appeal: Appeal }) {
  const { application, kind, over, toDesk } = open
  const { approved, onward, onwardTo } = APPEALS[kind]
  const [decided, ...earlier] = appeal.history
  return (
    <AppealPage open={open} lead={over ? undefined : approved}>
      <p><StatusTag kind="ok">已通过</StatusTag></p>
      {over && <Notice kind="info"><p>{toDesk ? AFTER_CLOSE.approved : AFTER_CLOSE.missed}</p></Notice>}
      <Section near title="审核确认的内容">
        <Established actor={open.actor} application={application} claim={appeal.claim} />
        {decided?.decision && <Source>{establishedSource(decided.decision.decidedAt)}</Source>}
      </Section>
      {decided?.decision?.reason && <Notice kind="neutral" title="区县的意见"><p>{decided.decision.reason}</p></Notice>}
      <EarlierRounds rounds={earlier} />
      <Actions>
        {over
          ? <ButtonLink href={paths.children}>回到我的孩子</ButtonLink>
          : <ButtonLink href={HOLDS_AT[kind] === null ? stepPath(application.id, stepOf(open)) : paths.application(application.id)} small={onwardTo}>{onward}</ButtonLink>}
        {!over && kind === 'GRANDPARENT_KINSHIP' && <ButtonLink variant="quiet" href={`${paths.appeal(application.id, APPEAL_SLUGS[kind])}?edit=1`}>再补充另一位老人的材料</ButtonLink>}
      </Actions>
    </AppealPage>
  )
}
