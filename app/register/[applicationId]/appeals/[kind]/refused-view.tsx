import { Actions } from '@/components/layout/actions'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { AFTER_CLOSE } from '@/lib/copy/appeals'
import type { Appeal } from '@/lib/data/appeals'
import { paths } from '@/lib/paths'
import type { OpenAppeal } from '../open-appeal'
import { AppealPage } from './appeal-page'
import { Verdict } from './verdict'

/** Refused, and too late to amend: it was not sent again before the close. */
export function RefusedForGoodView({ open, appeal }: { open: OpenAppeal; appeal: Appeal }) {
  return (
    <AppealPage open={open}>
      <Verdict appeal={appeal} />
      <Notice kind="neutral"><p>{AFTER_CLOSE.over}</p></Notice>
      <Actions><ButtonLink href={paths.children}>回到我的孩子</ButtonLink></Actions>
    </AppealPage>
  )
}
