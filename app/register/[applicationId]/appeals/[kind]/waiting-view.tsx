import { Actions } from '@/components/layout/actions'
import { Section } from '@/components/layout/section'
import { ButtonLink } from '@/components/ui/button'
import { More } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { NumberedList } from '@/components/ui/numbers'
import { Phrases } from '@/components/ui/phrase'
import { SummaryList, SummaryRow } from '@/components/ui/summary'
import { StatusTag } from '@/components/ui/tag'
import { APPEAL_PROGRESS } from '@/lib/copy/appeal-progress'
import { AFTER_CLOSE, APPEALS } from '@/lib/copy/appeals'
import { dayAndTime } from '@/lib/copy/time'
import { APPEAL_SLUGS, HOLDS_AT } from '@/lib/domain/appeals'
import type { Appeal } from '@/lib/data/appeals'
import { recordNaming } from '@/lib/data/applications'
import { paths } from '@/lib/paths'
import type { OpenAppeal } from '../open-appeal'
import { appealMaterials } from './appeal-materials'
import { AppealPage } from './appeal-page'
import { ClaimSummary } from './claim-summary'
import { MaterialUploads } from './material-uploads'
import { EarlierRounds } from './verdict'
import { WithdrawForm } from './withdraw-form'

/** Sent and not decided: since when, what can and cannot go on meanwhile, and what happens next. */
export async function WaitingView({ open, appeal }: { open: OpenAppeal; appeal: Appeal }) {
  const { actor, application, kind, over } = open
  const { meanwhile, afterwards } = APPEALS[kind]
  const othersOpen = !over && HOLDS_AT[kind] === null
  return (
    <AppealPage open={open} lead="材料已经交到区县，不用再做什么。">
      <p><StatusTag kind="wait">{APPEAL_PROGRESS.waiting.tag}</StatusTag></p>
      <SummaryList>
        <SummaryRow term="提交时间"><span className="tabular-nums"><Phrases text={dayAndTime(appeal.sentAt ?? appeal.createdAt)} /></span></SummaryRow>
        <SummaryRow term="第几次提交">第 {appeal.round} 次</SummaryRow>
      </SummaryList>
      <EarlierRounds rounds={appeal.history.slice(1)} />
      <Notice kind="info" title="等待期间"><p>{over ? AFTER_CLOSE.waiting : meanwhile}</p></Notice>
      <Section near title="接下来">
        <NumberedList
          items={[
            { title: '区县审核', text: '看填写的内容和材料。看不清或者缺材料的不通过，会写明原因，可以修改后再次提交。' },
            { title: '知道结果', text: '审核以后，结果写在「消息」里，从「我的孩子」进来也能看到。' },
            ...(over ? [] : [{ title: '接着办理', text: afterwards }]),
          ]}
        />
      </Section>
      <Actions>
        {othersOpen && <ButtonLink href={paths.step(application.id, 'basis')} variant="secondary">看其他入学方式</ButtonLink>}
        <ButtonLink href={paths.children} variant="secondary">回到我的孩子</ButtonLink>
      </Actions>
      <More summary="提交的内容">
        <ClaimSummary claim={appeal.claim} record={recordNaming(application, actor.idNumber)} />
        <MaterialUploads appealId={appeal.id} page={paths.appeal(application.id, APPEAL_SLUGS[kind])} bundles={await appealMaterials(open, appeal)} editable={false} />
      </More>
      {!over && <WithdrawForm appeal={appeal} applicationId={application.id} />}
    </AppealPage>
  )
}
