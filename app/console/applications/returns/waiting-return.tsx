import { Quote } from '@/components/ui/quote'
import { SubmitButton } from '@/components/ui/submit-button'
import { STAFF_ERRORS } from '@/lib/copy/staff/errors'
import { shortDayAndTime } from '@/lib/copy/time'
import type { WaitingReturn } from '@/lib/data/returns'
import { paths } from '@/lib/paths'
import { decide } from './actions'

/** One proposal with its reason; whoever made it reads that somebody else decides. */
export function WaitingReturnCard({ waiting: { proposal, child, round, by, reason }, own, open }: { waiting: WaitingReturn; own: boolean; /** the season: after its close nothing goes back */ open: boolean }) {
  const note = `note-${proposal.id}`
  return (
    <li className="grid gap-2">
      <p><a className="tool font-bold text-action" href={paths.applicationFile(proposal.applicationId)}>{child}</a>　第 {round} 次提交</p>
      <Quote source={`${by}　${shortDayAndTime(proposal.proposedAt)}`}>{reason}</Quote>
      {own ? <p className="text-sm text-ink-soft">您提出的，要由另一位管理员决定。</p> : (
        <form action={decide} className="grid max-w-form gap-2">
          {!open && <p className="text-sm text-ink-soft">{STAFF_ERRORS.RETURN_CLOSED}</p>}
          <input type="hidden" name="proposalId" value={proposal.id} />
          <label className="field-label" htmlFor={note}>不同意的原因（不同意时填写）</label>
          {/* Enter makes a new line here: in a field of one line it would press the first button, and agree. */}
          <textarea className="input" id={note} name="note" rows={2} maxLength={300} />
          <div className="flex flex-wrap gap-3">
            {open && <SubmitButton name="outcome" value="approved" waitingText="正在退回">同意退回</SubmitButton>}
            <SubmitButton name="outcome" value="refused" variant="secondary" waitingText="正在提交">不同意</SubmitButton>
          </div>
        </form>
      )}
    </li>
  )
}
