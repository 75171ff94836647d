import { Actions } from '@/components/layout/actions'
import { ButtonLink } from '@/components/ui/button'
import { ChildCard } from '@/components/ui/child-card'
import { Notice } from '@/components/ui/notice'
import { Nowrap, Phrases } from '@/components/ui/phrase'
import { RowLink } from '@/components/ui/row-link'
import { StatusTag } from '@/components/ui/tag'
import { PLACED_BY_HAND, schoolWords } from '@/lib/copy/placement'
import { BUTTONS, STEP_NAMES } from '@/lib/copy/steps'
import { dayAndTime } from '@/lib/copy/time'
import { countyName } from '@/lib/domain/counties'
import { furthestStep, STAGE } from '@/lib/domain/journey'
import { maskIdNumber, maskName } from '@/lib/domain/privacy'
import { recordNaming, type Application } from '@/lib/data/applications'
import { getSeasonVersion } from '@/lib/data/seasons'
import type { Receipt, SubmissionByOther } from '@/lib/data/submissions'
import { paths } from '@/lib/paths'

/** A registration that is being filled in. The child's name is the record's, so it shows only to a guardian on the record. */
export function DraftChild({ draft, reader, open }: { draft: Application; reader: string; open: boolean }) {
  const step = furthestStep(draft.answers, draft.held)
  const record = recordNaming(draft, reader)
  return (
    <ChildCard name={record?.student.name ?? <Nowrap><span className="tabular-nums">{maskIdNumber(draft.studentIdNumber)}</span></Nowrap>} tag={<StatusTag kind="draft">填写中</StatusTag>}>
      <p><Phrases text={`${countyName(draft.county) ?? ''}，填到第 ${STAGE[step]} 步：${STEP_NAMES[step]}。`} /></p>
      {open && <Actions><ButtonLink href={paths.application(draft.id)} small="接着上次的填">{BUTTONS.collect}</ButtonLink></Actions>}
      <p className="flex flex-wrap gap-x-5 text-sm">
        {open && <a className="inline-flex min-h-target items-center" href={paths.county(draft.id)}>修改入学区县</a>}
        <a className="inline-flex min-h-target items-center" href={paths.withdraw(draft.id)}>作废这份登记</a>
      </p>
    </ChildCard>
  )
}

export function SubmittedChild({ receipt }: { receipt: Receipt }) {
  return (
    <ChildCard name={receipt.shown.student.name} tag={<StatusTag kind="ok">已提交</StatusTag>}>
      <p><Phrases text={receipt.shown.schools.length > 0 ? `预分配${schoolWords(receipt.shown.schools)}，等待公布最终分配结果。` : `学校${PLACED_BY_HAND}，等待公布最终分配结果。`} /></p>
      <RowLink href={paths.done(receipt.applicationId)}>回执 <Nowrap>{receipt.receiptNumber}</Nowrap></RowLink>
    </ChildCard>
  )
}

/** Submitted by the other guardian: that it was, by whom (masked), when, for which school, and nothing else. */
export async function OthersChild({ other }: { other: SubmissionByOther }) {
  const version = await getSeasonVersion(other.seasonVersionId)
  const school = version?.season.schools.find((one) => one.code === other.schoolCode)?.name
  return (
    <ChildCard name={<Nowrap><span className="tabular-nums">{maskIdNumber(other.studentIdNumber)}</span></Nowrap>} tag={<StatusTag kind="ok">已提交</StatusTag>}>
      <p>已由另一位监护人提交。</p>
      <p><Phrases text={`${maskName(other.guardianName)}于 ${dayAndTime(other.submittedAt)} 在${countyName(other.county) ?? ''}提交${school ? `，预分配${school}` : ''}。`} /></p>
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
