import { StatusTag } from '@/components/ui/tag'
import { PROPOSAL_STATUS } from '@/lib/copy/staff/desk'
import { dayAndTime } from '@/lib/copy/time'
import type { ProposalHead } from '@/lib/domain/proposals'

type Props = { status: ProposalHead['status']; decision: { decidedBy: string; decidedAt: number; note: string } | null }

/** How a proposal ended, by whom, and what was written to the colleague. */
export function DecidedFacts({ status, decision }: Props) {
  const { tag, text } = PROPOSAL_STATUS[status]
  return (
    <>
      <h2 className="sub">复核</h2>
      <p><StatusTag kind={tag}>{text}</StatusTag></p>
      {decision && (
        <dl className="facts">
          <div><dt>复核人</dt><dd>{decision.decidedBy} {dayAndTime(decision.decidedAt)}</dd></div>
          <div><dt>意见</dt><dd>{decision.note || '没有写'}</dd></div>
        </dl>
      )}
    </>
  )
}
