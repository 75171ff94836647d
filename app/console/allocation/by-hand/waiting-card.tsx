import { Quote } from '@/components/ui/quote'
import { SubmitButton } from '@/components/ui/submit-button'
import { COMPLAINT_WORDS } from '@/lib/copy/objections'
import { BY_HAND, CONTESTED, leftWords, schoolName } from '@/lib/copy/staff/by-hand'
import { shortDayAndTime } from '@/lib/copy/time'
import type { WaitingByHand } from '@/lib/data/by-hand-waiting'
import { paths } from '@/lib/paths'
import { decide } from './actions'

type Props = { waiting: WaitingByHand; /** the reader proposed it */ own: boolean; mayApprove: boolean }

/** One decision by hand with all that it rests on; whoever proposed it reads that somebody else decides. */
export function WaitingCard({ waiting: { proposal, content, run, child, from, seats, by, objection }, own, mayApprove }: Props) {
  const { schools } = run.published.season
  const note = `note-${proposal.id}`
  return (
    <li className="grid gap-2">
      <p>
        <a className="tool font-bold text-action" href={paths.applicationFile(proposal.applicationId)}>{child}</a>
        <b>{content.schoolCode === null ? CONTESTED.kept : BY_HAND.move(schoolName(from, schools), schoolName(content.schoolCode, schools))}</b>
        {content.overCapacity && <b>{CONTESTED.over}</b>}
        {seats && <span className="ml-2 text-ink-soft">{BY_HAND.seats(seats.name, seats.capacity, seats.taken, seats.held)}{leftWords(seats) && `，${leftWords(seats)}`}</span>}
      </p>
      {objection && (
        <p>
          {CONTESTED.title}：{COMPLAINT_WORDS[objection.complaint].title}，{objection.text}
          {objection.caseId && <a className="tool ml-2 text-action" href={paths.case(objection.caseId)}>{BY_HAND.toCase}</a>}
        </p>
      )}
      <Quote source={`${by}　${shortDayAndTime(proposal.proposedAt)}`}>{content.reason}</Quote>
      {(own || !mayApprove) && <p className="text-ink-soft">{own ? BY_HAND.own : BY_HAND.watching}</p>}
      {!own && mayApprove && (
        <form action={decide} className="grid max-w-form gap-2">
          <input type="hidden" name="proposalId" value={proposal.id} />
          <label className="field-label" htmlFor={note}>{BY_HAND.note}</label>
          {/* Enter makes a new line here: in a field of one line it would press the first button, and approve. */}
          <textarea className="input" id={note} name="note" rows={2} maxLength={300} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="outcome" value="approved" waitingText={BY_HAND.deciding}>{BY_HAND.approve}</SubmitButton>
            <SubmitButton name="outcome" value="refused" variant="secondary" waitingText={BY_HAND.deciding}>{BY_HAND.refuse}</SubmitButton>
          </div>
        </form>
      )}
    </li>
  )
}
