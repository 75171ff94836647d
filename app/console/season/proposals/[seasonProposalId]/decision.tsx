import { SubmitButton } from '@/components/ui/submit-button'
import { STAFF_ERRORS } from '@/lib/copy/staff/errors'
import { dayAndTime } from '@/lib/copy/time'
import type { SeasonProposal } from '@/lib/data/season-proposals'
import { decideOnSeason, decideOnWindow, withdraw } from './actions'

const DECIDE = { 'publish-season': { post: decideOnSeason, words: '同意，发布' }, 'extend-window': { post: decideOnWindow, words: '同意延长' } } as const

/** To decide for the other administrator, to take back for whoever proposed it, and once it is decided how. */
export function Decision({ proposal, own, possible }: { proposal: SeasonProposal; own: boolean; possible: boolean }) {
  const { id, kind, status, decidedBy, decidedAt, note } = proposal
  if (status === 'withdrawn') return null
  if (status !== 'waiting') {
    return (
      <dl className="facts max-w-form">
        <div><dt>决定</dt><dd>{decidedBy} {decidedAt !== null && dayAndTime(decidedAt)}</dd></div>
        <div><dt>意见</dt><dd>{note || '没有写'}</dd></div>
      </dl>
    )
  }
  if (own) {
    return (
      <form action={withdraw} className="grid max-w-form gap-2">
        <input type="hidden" name="proposalId" value={id} />
        <p className="text-sm text-ink-soft">{STAFF_ERRORS.SAME_OFFICER}</p>
        <div className="flex"><SubmitButton variant="secondary" waitingText="正在撤回">撤回</SubmitButton></div>
      </form>
    )
  }
  return (
    <form action={DECIDE[kind].post} className="grid max-w-form gap-2">
      <input type="hidden" name="proposalId" value={id} />
      <label className="field-label" htmlFor="note">给提出人的话（不同意时要写原因）</label>
      {/* Enter makes a new line here: in a field of one line it would press the first button, and agree. */}
      <textarea className="input" id="note" name="note" rows={2} maxLength={300} />
      <div className="flex flex-wrap gap-3">
        {possible && <SubmitButton name="outcome" value="approved" waitingText="正在写入">{DECIDE[kind].words}</SubmitButton>}
        <SubmitButton name="outcome" value="refused" variant="secondary" waitingText="正在提交">不同意</SubmitButton>
      </div>
    </form>
  )
}
