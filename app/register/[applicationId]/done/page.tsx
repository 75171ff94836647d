import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { SentBack } from '@/components/application/sent-back'
import { VerifiedBy } from '@/components/application/verified-by'
import { Actions } from '@/components/layout/actions'
import { Help } from '@/components/layout/help'
import { Page } from '@/components/layout/page'
import { Section } from '@/components/layout/section'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { NumberedList } from '@/components/ui/numbers'
import { Nowrap, Phrases } from '@/components/ui/phrase'
import { PrintButton } from '@/components/ui/print-button'
import { Receipt } from '@/components/ui/receipt'
import { SummaryRow } from '@/components/ui/summary'
import { admittedTo, drawWords, COMPLETED_LATE, RESULT_WORDS } from '@/lib/copy/admission'
import { BASIS_WORDS, HOME_TERMS } from '@/lib/copy/bases'
import { assistedWords, judgedWords } from '@/lib/copy/assisted'
import { schoolWords } from '@/lib/copy/placement'
import { SENT_BACK } from '@/lib/copy/returns'
import { BUTTONS, reminders } from '@/lib/copy/steps'
import { dayAndExactTime, lastMinute } from '@/lib/copy/time'
import { seasonPhase } from '@/lib/domain/season-phase'
import { requestNow, requireGuardian } from '@/lib/auth/require-guardian'
import { announcedSchools } from '@/lib/data/announcements'
import { findPublishedRun } from '@/lib/data/allocation-runs'
import { findApplication } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { findReturnReason } from '@/lib/data/returns'
import { getPublishedSeason } from '@/lib/data/seasons'
import { findReceipt } from '@/lib/data/submissions'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: '登记已提交' }

type Props = { params: Promise<{ applicationId: string }> }

/** The receipt, 「重要提醒」 once more, and the way to the next child. */
export default async function DonePage({ params }: Props) {
  const { applicationId } = await params
  const actor = await requireGuardian(paths.done(applicationId))
  if (!z.uuid().safeParse(applicationId).success) notFound()
  const receipt = await findReceipt(actor, applicationId)
  const published = receipt && (await getPublishedSeason(receipt.county, receipt.year))
  if (!receipt || !published) notFound()
  const { shown } = receipt
  const { settings, schools } = published.season
  const isOpen = seasonPhase(settings, (await requestNow()).season) === 'open'
  const announced = (await announcedSchools([applicationId])).get(applicationId)
  const late = announced === undefined && receipt.completed !== null && (await findPublishedRun(db(), receipt)) !== null
  const application = receipt.returned && isOpen ? await findApplication(actor, applicationId) : null
  const reason = application && (await findReturnReason(application))
  return (
    <Page title="登记已提交" lead={`${shown.student.name}的入学信息已保存，县里已收到。`}>
      <Receipt number={receipt.receiptNumber}>
        <SummaryRow term="学生">{shown.student.name}<br /><Nowrap><span className="text-ink-soft tabular-nums">{shown.student.idNumber}</span></Nowrap></SummaryRow>
        <SummaryRow term="提交人">{shown.submittedBy.name}（{shown.submittedBy.relation}）</SummaryRow>
        <SummaryRow term="提交时间"><span className="tabular-nums"><Phrases text={dayAndExactTime(receipt.submittedAt)} /></span></SummaryRow>
        <SummaryRow term="入学方式">{BASIS_WORDS[shown.basis].title}</SummaryRow>
        <SummaryRow term={HOME_TERMS[shown.basis].receipt}><Phrases text={shown.property.address} /></SummaryRow>
        {shown.property.verified.length > 0 && <SummaryRow term="信息来源"><VerifiedBy verified={shown.property.verified} /></SummaryRow>}
        <SummaryRow term="生源类别"><Phrases text={shown.category.label} /></SummaryRow>
        <SummaryRow term="预分配学校">{schoolWords(shown.schools)}<br /><span className="text-sm text-ink-soft">{shown.schools.length > 0 ? '预测结果，并非最终结果' : '区县核对地址以后安排'}</span></SummaryRow>
        {receipt.assistedBy && <SummaryRow term="代办"><Phrases text={assistedWords(receipt.assistedBy, receipt.completed?.approvedBy)} />{receipt.completed && <><br /><span className="text-sm text-ink-soft"><Phrases text={judgedWords(receipt.completed.judgedAt)} /></span></>}</SummaryRow>}
        <SummaryRow term="校验码"><span className="tabular-nums">{receipt.checkCode}</span></SummaryRow>
      </Receipt>
      {reason && <SentBack reason={reason} closesAt={settings.closesAt} />}
      {announced !== undefined && <Notice kind="info" title={`最终分配结果：${admittedTo(announced)}`}><p>回执上的「预分配学校」是提交时的预测，以这个结果为准。</p></Notice>}
      {late && <Notice kind="info" title={COMPLETED_LATE.title}><p>{COMPLETED_LATE.text}</p></Notice>}
      <Actions>
        {announced !== undefined && <ButtonLink href={paths.result(applicationId)}>{RESULT_WORDS.see}</ButtonLink>}
        <PrintButton variant={announced === undefined ? undefined : 'secondary'}>保存或打印回执</PrintButton>
        {reason && <ButtonLink variant="secondary" href={paths.application(applicationId)}>{SENT_BACK.correct}</ButtonLink>}
        {isOpen && <ButtonLink variant="secondary" href={`${paths.start}?county=${receipt.county}`}>{BUTTONS.addChild}</ButtonLink>}
        <ButtonLink variant="quiet" href={paths.children}>回到我的孩子</ButtonLink>
      </Actions>
      {announced === undefined && settings.allocation.draw !== '' && <p className="text-ink-soft"><Phrases text={drawWords(settings.allocation.draw)} /></p>}
      <Section title="重要提醒"><NumberedList items={reminders(lastMinute(settings.closesAt))} /></Section>
      <Help schools={schools} firstCode={receipt.schoolCode} desk={settings.help.desk} hours={settings.help.hours} lead={shown.schools.length === 1 ? `预分配的学校是${shown.schools[0]?.name}。` : undefined} />
    </Page>
  )
}
