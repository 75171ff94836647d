import { StatusTag } from '@/components/ui/tag'
import { FILED_INQUIRIES } from '@/lib/copy/staff/inquiries'
import { UPLOAD_NAMES, versionName } from '@/lib/copy/staff/registers'
import { shortDayAndTime } from '@/lib/copy/time'
import { OUTCOME_WORDS, type Department, type InquiryOutcome, type InquirySubject } from '@/lib/domain/inquiries'
import type { RegisterKind } from '@/lib/domain/registers'

type Props = {
  inquiries: readonly { id: string; number: string; department: Department; subject: InquirySubject; at: number; answer: { outcome: InquiryOutcome; at: number; remark: string } | null }[]
  /** what registers said anew after the submission */
  late: readonly { id: string; kind: RegisterKind; number: number; at: number }[]
}

/** What departments answered about a family, and that a register has changed since it submitted: for whoever judges it. */
export function FiledInquiries({ inquiries, late }: Props) {
  return (
    <>
      {late.length > 0 && (
        <div className="notice border-seal">
          <p className="text-sm">{FILED_INQUIRIES.late}</p>
          <ul className="text-sm" role="list">{late.map(({ id, kind, number, at }) => <li key={id}>{UPLOAD_NAMES[kind]} {versionName(number)}　<span className="text-ink-soft">{shortDayAndTime(at)}</span></li>)}</ul>
        </div>
      )}
      {inquiries.length > 0 && (
        <ul className="lines" role="list">
          {inquiries.map(({ id, number, department, subject, at, answer }) => (
            <li key={id}>
              <b>{FILED_INQUIRIES.asked(department, subject)}</b>　<StatusTag kind={answer ? 'ok' : 'wait'}>{answer ? OUTCOME_WORDS[answer.outcome] : FILED_INQUIRIES.waiting}</StatusTag>
              <span className="block text-ink-soft"><span className="num">{number}</span>　{shortDayAndTime(at)} 导出{answer && `，${shortDayAndTime(answer.at)} 答复`}</span>
              {answer?.remark && <span className="block">备注：{answer.remark}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
