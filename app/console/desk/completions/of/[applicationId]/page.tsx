import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ConsolePage } from '@/components/console/console-page'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { CheckField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { openCompletion } from '@/lib/commands/open-completion'
import { APPEAL_NAMES } from '@/lib/copy/appeals'
import { ASSIST_WORDS, COMPLETION_WORDS, PRESENCE_WORDS } from '@/lib/copy/staff/assist'
import { dayAndTime } from '@/lib/copy/time'
import { PRESENCES } from '@/lib/domain/assistance'
import { maskIdNumber } from '@/lib/domain/privacy'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { start } from '../../actions'

export const metadata: Metadata = { title: COMPLETION_WORDS.title }

type Props = { params: Promise<{ applicationId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Before an officer completes a registration: whose it is, as of when it is judged, and that its guardian takes part. */
export default async function CompletionPage({ params, searchParams }: Props) {
  const { applicationId } = await params
  const actor = await requireStaff('desk', paths.completion(applicationId))
  const now = await requestNow()
  const open = z.uuid().safeParse(applicationId).success ? await openCompletion({ actor, applicationId, now }) : null
  if (!open) notFound()
  const { child, guardian, kind, judgedAt, approvedAt, proposal } = open
  const { fault } = await searchParams
  return (
    <ConsolePage actor={actor} current="desk" demonstration={isDemonstration()} title={`${COMPLETION_WORDS.title}：${child}`} fault={fault}>
      <div className="lookup">
        <form className="form max-w-form" action={start}>
          {proposal?.status === 'refused' && <Notice title="上一次没有通过"><p>{proposal.note}</p></Notice>}
          <input type="hidden" name="applicationId" value={applicationId} />
          <ChoiceGroup legend="监护人" name="presence">
            {PRESENCES.map((presence) => <Choice key={presence} name="presence" value={presence} title={PRESENCE_WORDS[presence]} defaultChecked={presence === 'present'} />)}
          </ChoiceGroup>
          <CheckField name="cardChecked" value="yes" label={ASSIST_WORDS.cardOrCall} />
          <SubmitButton waitingText="正在保存">{ASSIST_WORDS.next}</SubmitButton>
        </form>
        <aside className="lookup-side" aria-label="这份登记">
          <dl className="facts">
            <div><dt>学生</dt><dd>{child}</dd></div>
            <div><dt>监护人</dt><dd>{guardian.name}<br /><span className="text-ink-soft tabular-nums">{maskIdNumber(guardian.idNumber)}</span></dd></div>
            <div><dt>申诉</dt><dd>{APPEAL_NAMES[kind]}</dd></div>
            <div><dt>交材料</dt><dd>{dayAndTime(judgedAt)}，以这个时间判定</dd></div>
            <div><dt>通过</dt><dd>{dayAndTime(approvedAt)}</dd></div>
          </dl>
        </aside>
      </div>
    </ConsolePage>
  )
}
