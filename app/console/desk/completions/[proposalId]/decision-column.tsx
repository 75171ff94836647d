import { Notice } from '@/components/ui/notice'
import { STAFF_ERRORS } from '@/lib/copy/staff/errors'
import type { ProposedCompletion } from '@/lib/data/completions'
import type { StaffActor } from '@/lib/domain/actor'
import { DecideForm } from '../../decide-form'
import { DecidedFacts } from '../../decided-facts'
import { decide } from '../actions'

/** To decide for another officer; to wait for one's own; and once it is decided, how. */
export function DecisionColumn({ actor, found: { proposal, decision, isCurrent } }: { actor: StaffActor; found: ProposedCompletion }) {
  if (proposal.status !== 'waiting') return <DecidedFacts status={proposal.status} decision={decision} />
  if (proposal.proposedById === actor.staffId) return <Notice title="等另一位工作人员复核"><p>{STAFF_ERRORS.SAME_OFFICER}</p></Notice>
  return (
    <>
      {!isCurrent && <Notice title="内容有变化"><p>{STAFF_ERRORS.COMPLETION_CHANGED}</p></Notice>}
      <DecideForm proposalId={proposal.id} post={decide} />
    </>
  )
}
