import { Notice } from '@/components/ui/notice'
import { Quote } from '@/components/ui/quote'
import { ENDING_WORDS } from '@/lib/copy/staff/assist'
import { STAFF_ERRORS } from '@/lib/copy/staff/errors'
import { dayAndTime } from '@/lib/copy/time'
import type { WaitingEnding as Waiting } from '@/lib/data/endings'
import type { StaffActor } from '@/lib/domain/actor'
import { DecideForm } from '../../../decide-form'
import { decideEnd } from '../../actions'

/** Why a colleague would end it; another officer decides. */
export function WaitingEnding({ actor, ending: { proposal, by, reason } }: { actor: StaffActor; ending: Waiting }) {
  return (
    <>
      <Notice kind="seal" title={ENDING_WORDS.waiting}><p>{ENDING_WORDS.forGood}</p></Notice>
      <Quote source={`${by} ${dayAndTime(proposal.proposedAt)} 提出，原因写给家长`}>{reason}</Quote>
      {proposal.proposedById === actor.staffId ? <p className="text-sm text-ink-soft">{STAFF_ERRORS.SAME_OFFICER}</p> : <DecideForm proposalId={proposal.id} post={decideEnd} />}
    </>
  )
}
