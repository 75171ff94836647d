import { Actions } from '@/components/layout/actions'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { AFTER_CLOSE, APPEALS } from '@/lib/copy/appeals'
import { closedBasisReason } from '@/lib/copy/bases'
import { ERROR_WORDS } from '@/lib/copy/errors'
import { APPEAL_SLUGS, holding } from '@/lib/domain/appeals'
import { paths } from '@/lib/paths'
import type { Closed, OpenAppeal } from '../open-appeal'
import { AppealPage } from './appeal-page'
import { Verdict } from './verdict'
import { WithdrawForm } from './withdraw-form'

/** Why this family cannot make this appeal, and where to go instead: the same by button and by address. */
export function ClosedView({ open, closed }: { open: OpenAppeal; closed: Closed }) {
  const { application, appeal, kind, over } = open
  const holder = closed === 'APPEAL_WAITING' ? holding(application.appeals) : null
  const { title, text } = wordsOf(closed, kind)
  return (
    <AppealPage open={open}>
      {appeal?.status === 'refused' && <Verdict appeal={appeal} />}
      <Notice kind="neutral" title={title}><p>{text}</p>{over && !holder && <p>{AFTER_CLOSE.elsewhere}</p>}</Notice>
      <Actions>
        {holder
          ? <ButtonLink href={paths.appeal(application.id, APPEAL_SLUGS[holder.kind])}>看正在审核的申请</ButtonLink>
          : over ? <ButtonLink href={paths.children}>回到我的孩子</ButtonLink> : <ButtonLink href={closed === 'BASIS_CLOSED' ? paths.step(application.id, 'basis') : paths.application(application.id)}>{closed === 'BASIS_CLOSED' ? '选择别的入学方式' : '接着办理'}</ButtonLink>}
      </Actions>
      {appeal && !holder && !over && <WithdrawForm appeal={appeal} applicationId={application.id} />}
    </AppealPage>
  )
}

function wordsOf(closed: Closed, kind: OpenAppeal['kind']): { title: string; text: string } {
  if (closed === 'APPEAL_NOT_NEEDED') return { title: ERROR_WORDS[closed].title, text: APPEALS[kind].notNeeded }
  if (closed === 'BASIS_CLOSED') return { title: ERROR_WORDS[closed].title, text: closedBasisReason('FAMILY_OWNS_URBAN_HOUSING') }
  return ERROR_WORDS[closed]
}
