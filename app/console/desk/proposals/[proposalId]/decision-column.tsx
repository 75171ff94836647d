import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { OpenedProposal } from '@/lib/commands/open-proposal'
import { DESK_BUTTONS } from '@/lib/copy/staff/desk'
import { STAFF_ERRORS } from '@/lib/copy/staff/errors'
import type { StaffActor } from '@/lib/domain/actor'
import { DecideForm } from '../../decide-form'
import { DecidedFacts } from '../../decided-facts'
import { decide, withdraw } from './actions'

/** To decide for another officer, to take back for whoever proposed it, and once it is decided how. */
export function DecisionColumn({ actor, opened: { proposal, decision, outcome } }: { actor: StaffActor; opened: OpenedProposal }): ReactNode {
  if (proposal.status !== 'waiting') return <DecidedFacts status={proposal.status} decision={decision} />
  const outdated = !outcome && <Notice kind="seal"><p>{STAFF_ERRORS.PROPOSAL_OUTDATED}</p></Notice>
  if (proposal.proposedById !== actor.staffId) return <>{outdated}<DecideForm proposalId={proposal.id} post={decide} /></>
  return (
    <>
      <h2 className="sub">等待复核</h2>
      {outdated}
      <p className="text-sm text-ink-soft">{STAFF_ERRORS.SAME_OFFICER}</p>
      <form action={withdraw}><input type="hidden" name="proposalId" value={proposal.id} /><SubmitButton variant="secondary" waitingText="正在撤回">{DESK_BUTTONS.withdraw}</SubmitButton></form>
    </>
  )
}
