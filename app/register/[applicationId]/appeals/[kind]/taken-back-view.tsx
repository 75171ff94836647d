import { Actions } from '@/components/layout/actions'
import { ButtonLink } from '@/components/ui/button'
import { More } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { StatusTag } from '@/components/ui/tag'
import { AFTER_CLOSE, TAKEN_BACK } from '@/lib/copy/appeals'
import { APPEAL_SLUGS } from '@/lib/domain/appeals'
import type { Appeal } from '@/lib/data/appeals'
import { recordNaming } from '@/lib/data/applications'
import { paths } from '@/lib/paths'
import type { OpenAppeal } from '../open-appeal'
import { AppealPage } from './appeal-page'
import { ClaimSummary } from './claim-summary'
import { EarlierRounds } from './verdict'

/** Approved once, and taken back by two officers since: since when it counts no longer, and what can still be done. */
export function TakenBackView({ open, appeal, takenBackAt }: { open: OpenAppeal; appeal: Appeal; takenBackAt: number }) {
  const { actor, application, closed, kind, over, toDesk } = open
  const again = !over && closed === null
  return (
    <AppealPage open={open}>
      <p><StatusTag kind="no">{TAKEN_BACK.tag}</StatusTag></p>
      <Notice kind="neutral" title={TAKEN_BACK.title}>
        <p>{TAKEN_BACK.since(takenBackAt)}</p>
        <p>{over ? (toDesk ? AFTER_CLOSE.takenBack : AFTER_CLOSE.missed) : TAKEN_BACK.next}</p>
      </Notice>
      <Actions>
        {again && <ButtonLink href={`${paths.appeal(application.id, APPEAL_SLUGS[kind])}?edit=1`}>{TAKEN_BACK.again}</ButtonLink>}
        {over
          ? <ButtonLink href={paths.children}>回到我的孩子</ButtonLink>
          : <ButtonLink href={paths.application(application.id)} variant={again ? 'secondary' : 'primary'}>接着办理</ButtonLink>}
      </Actions>
      <More summary="原来申请的内容"><ClaimSummary claim={appeal.claim} record={recordNaming(application, actor.idNumber)} /></More>
      <EarlierRounds rounds={appeal.history} />
    </AppealPage>
  )
}
