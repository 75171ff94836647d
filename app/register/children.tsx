import { Actions } from '@/components/layout/actions'
import { ButtonLink } from '@/components/ui/button'
import { ChildCard } from '@/components/ui/child-card'
import { Notice } from '@/components/ui/notice'
import { Nowrap, Phrases } from '@/components/ui/phrase'
import { Quote } from '@/components/ui/quote'
import { RowLink } from '@/components/ui/row-link'
import { StatusTag } from '@/components/ui/tag'
import { admittedTo } from '@/lib/copy/admission'
import { standingWords } from '@/lib/copy/standing'
import { dayAndTime } from '@/lib/copy/time'
import { APPEAL_SLUGS } from '@/lib/domain/appeals'
import { countyName } from '@/lib/domain/counties'
import { maskIdNumber, maskName } from '@/lib/domain/privacy'
import type { Standing } from '@/lib/domain/standing'
import { recordNaming, type Application } from '@/lib/data/applications'
import { getSeasonVersion } from '@/lib/data/seasons'
import type { Receipt, SubmissionByOther } from '@/lib/data/submissions'
import { paths } from '@/lib/paths'

type DraftProps = { draft: Application; reader: string; standing: Standing; open: boolean; urgent: boolean }

/** A registration that is not submitted: one sentence, one button. The child's name is the record's, so it shows only to a guardian on the record. */
export function DraftChild({ draft, reader, standing, open, urgent }: DraftProps) {
  const record = recordNaming(draft, reader)
  const { tag, sentence, button } = standingWords(standing)
  return (
    <ChildCard name={record?.student.name ?? <Nowrap><span className="tabular-nums">{maskIdNumber(draft.studentIdNumber)}</span></Nowrap>} tag={<StatusTag kind={tag.kind}>{tag.text}</StatusTag>}>
      <p><Phrases text={`${countyName(draft.county) ?? ''}，${sentence}`} /></p>
      {button && <Actions><ButtonLink href={leadsTo(draft, standing, button.to)} variant={urgent ? 'primary' : 'secondary'} small={button.small}>{button.text}</ButtonLink></Actions>}
      <p className="flex flex-wrap gap-x-5 text-sm">
        {open && <a className="inline-flex min-h-target items-center" href={paths.county(draft.id)}>修改入学区县</a>}
        {draft.status === 'draft' && <a className="inline-flex min-h-target items-center" href={paths.withdraw(draft.id)}>作废这份登记</a>}
      </p>
    </ChildCard>
  )
}

function leadsTo(draft: Application, standing: Standing, to: 'application' | 'appeal' | 'result'): string {
  return to === 'appeal' && 'kind' in standing ? paths.appeal(draft.id, APPEAL_SLUGS[standing.kind]) : paths.application(draft.id)
}

type SubmittedProps = { receipt: Receipt; standing: Standing; reason: string | null; urgent: boolean }

/** What was submitted, with its receipt; where the county sent it back, why and until when it may be corrected (R-28). */
export function SubmittedChild({ receipt, standing, reason, urgent }: SubmittedProps) {
  const { tag, sentence, button } = standingWords(standing)
  return (
    <ChildCard name={receipt.shown.student.name} tag={<StatusTag kind={tag.kind}>{tag.text}</StatusTag>}>
      <p><Phrases text={sentence} /></p>
      {reason && <Quote source="区县的意见">{reason}</Quote>}
      {button && <Actions><ButtonLink href={button.to === 'result' ? paths.result(receipt.applicationId) : paths.application(receipt.applicationId)} variant={urgent ? 'primary' : 'secondary'} small={button.small}>{button.text}</ButtonLink></Actions>}
      <RowLink href={paths.done(receipt.applicationId)}>回执 <Nowrap>{receipt.receiptNumber}</Nowrap></RowLink>
    </ChildCard>
  )
}

type OthersProps = { other: SubmissionByOther; /** the school of the published result; not there before */ announced: string | null | undefined }

/**
 * Submitted by the other guardian: that it was, by whom (masked), when, for which school, once it is published at which one
 * it ended, and nothing else: no reason, no notice (R-14).
 */
export async function OthersChild({ other, announced }: OthersProps) {
  const version = await getSeasonVersion(other.seasonVersionId)
  const school = version?.season.schools.find((one) => one.code === other.schoolCode)?.name
  return (
    <ChildCard name={<Nowrap><span className="tabular-nums">{maskIdNumber(other.studentIdNumber)}</span></Nowrap>} tag={<StatusTag kind="ok">已提交</StatusTag>}>
      <p>已由另一位监护人提交。</p>
      <p><Phrases text={`${maskName(other.guardianName)}于 ${dayAndTime(other.submittedAt)} 在${countyName(other.county) ?? ''}提交${school ? `，预分配${school}` : ''}。`} /></p>
      {announced !== undefined && <p><Phrases text={`最终分配结果已经公布：${admittedTo(announced)}。`} /></p>}
      <p className="text-sm text-ink-soft">每个孩子一年只有一份登记，以先提交的为准，不需要再报。有疑问请打学校的电话。</p>
    </ChildCard>
  )
}

/** To the guardians whom the record names: that somebody claims to be one, not who (R-11). */
export function ClaimedChild({ idNumber }: { idNumber: string }) {
  return (
    <Notice kind="neutral" title="有人申请变更孩子的监护人登记，县里正在核实">
      <p>孩子的身份证号：<Nowrap><span className="tabular-nums">{maskIdNumber(idNumber)}</span></Nowrap>。您可以照常办理。有疑问请打学校的电话。</p>
    </Notice>
  )
}
