import { Quote } from '@/components/ui/quote'
import { SubmitButton } from '@/components/ui/submit-button'
import { ALLOCATION_ERRORS, byHandWords, triedSoFar } from '@/lib/copy/staff/allocation'
import { dayAndTime, shortDayAndTime } from '@/lib/copy/time'
import type { StaffActor } from '@/lib/domain/actor'
import type { CountyProposal } from '@/lib/domain/county-proposals'
import { countByHand } from '@/lib/data/allocation-overrides'
import { db } from '@/lib/data/db'
import { listAllocationRuns, type AllocationRun } from '@/lib/data/allocation-runs'
import { staffNames } from '@/lib/data/staff'
import { decide, propose, withdraw } from '../actions'

type Props = { actor: StaffActor; run: AllocationRun; /** of this run, the newest first */ proposals: readonly CountyProposal[]; /** why it cannot be proposed now */ obstacle: keyof typeof ALLOCATION_ERRORS | null }

/** The run's way to the families: proposed by one administrator, decided by another. */
export async function PublicationSection({ actor, run, proposals, obstacle }: Props) {
  const names = await staffNames(db(), proposals.flatMap(({ proposedById, decidedById }) => [proposedById, ...(decidedById ? [decidedById] : [])]))
  const byHand = run.publishedAt === null ? byHandWords(await countByHand(db(), run)) : ''
  const waiting = proposals.find(({ status }) => status === 'waiting')
  const [last] = proposals
  const agreed = proposals.find(({ status }) => status === 'approved')
  return (
    <section className="chart" aria-labelledby="publication">
      <div className="chart-head"><h2 id="publication">公布</h2></div>
      {run.publishedAt !== null && <p className="pt-2">{dayAndTime(run.publishedAt)}已公布。{agreed && `${names.get(agreed.proposedById)}提请，${names.get(agreed.decidedById ?? '')}同意。`}家长已收到消息。</p>}
      {run.publishedAt === null && last?.status === 'refused' && <Quote source={`${names.get(last.decidedById ?? '')}没有同意　${last.decidedAt === null ? '' : shortDayAndTime(last.decidedAt)}`}>{last.note}</Quote>}
      {byHand && <p className="pt-2">{byHand}</p>}
      {waiting && <Waiting runId={run.id} proposal={waiting} by={names.get(waiting.proposedById) ?? ''} own={waiting.proposedById === actor.staffId} tried={triedSoFar(await listAllocationRuns(db(), run))} />}
      {run.publishedAt === null && !waiting && (obstacle ? <p className="pt-2 text-sm">{ALLOCATION_ERRORS[obstacle]}</p> : <Propose runId={run.id} />)}
    </section>
  )
}

function Propose({ runId }: { runId: string }) {
  return (
    <form action={propose} className="grid gap-2 pt-2">
      <input type="hidden" name="runId" value={runId} />
      <p className="text-sm text-ink-soft">另一位管理员同意以后，家长马上能看到结果，不能收回。</p>
      <div><SubmitButton waitingText="正在核对">提请公布这一次</SubmitButton></div>
    </form>
  )
}

function Waiting({ runId, proposal, by, own, tried }: { runId: string; proposal: CountyProposal; by: string; own: boolean; tried: string }) {
  const hidden = <><input type="hidden" name="runId" value={runId} /><input type="hidden" name="proposalId" value={proposal.id} /></>
  if (own) {
    return (
      <form action={withdraw} className="grid gap-2 pt-2">
        {hidden}
        <p>您在 {shortDayAndTime(proposal.proposedAt)} 提请公布，要由另一位管理员决定。</p>
        <div><SubmitButton variant="secondary" waitingText="正在撤回">撤回</SubmitButton></div>
      </form>
    )
  }
  return (
    <form action={decide} className="grid max-w-form gap-2 pt-2">
      {hidden}
      <p>{by}在 {shortDayAndTime(proposal.proposedAt)} 提请公布。同意以后，家长马上能看到结果，不能收回。</p>
      <p>{tried}</p>
      <label className="field-label" htmlFor="note">不同意的原因（不同意时填写）</label>
      {/* Enter makes a new line here: in a field of one line it would press the first button, and publish. */}
      <textarea className="input" id="note" name="note" rows={2} maxLength={300} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="outcome" value="approved" waitingText="正在公布">同意公布</SubmitButton>
        <SubmitButton name="outcome" value="refused" variant="secondary" waitingText="正在提交">不同意</SubmitButton>
      </div>
    </form>
  )
}
