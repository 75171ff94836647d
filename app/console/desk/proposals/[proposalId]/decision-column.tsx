import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { StatusTag } from '@/components/ui/tag'
import type { OpenedProposal } from '@/lib/commands/open-proposal'
import { DESK_BUTTONS, PROPOSAL_STATUS } from '@/lib/copy/staff/desk'
import { STAFF_ERRORS } from '@/lib/copy/staff/errors'
import { dayAndTime } from '@/lib/copy/time'
import type { StaffActor } from '@/lib/domain/actor'
import { withdraw } from './actions'
import { DecideForm } from './decide-form'

/** To decide for another officer, to take back for whoever proposed it, and once it is decided how. */
export function DecisionColumn({ actor, opened: { proposal, decision, outcome } }: { actor: StaffActor; opened: OpenedProposal }): ReactNode {
  if (proposal.status !== 'waiting') {
    const { kind, word } = PROPOSAL_STATUS[proposal.status]
    return (
      <>
        <h2 className="sub">复核</h2>
        <p><StatusTag kind={kind}>{word}</StatusTag></p>
        {decision && (
          <dl className="facts">
            <div><dt>复核人</dt><dd>{decision.decidedBy} {dayAndTime(decision.decidedAt)}</dd></div>
            <div><dt>意见</dt><dd>{decision.note || '没有写'}</dd></div>
          </dl>
        )}
      </>
    )
  }
  const outdated = !outcome && <Notice kind="seal"><p>{STAFF_ERRORS.PROPOSAL_OUTDATED}</p></Notice>
  if (proposal.proposedById !== actor.staffId) return <>{outdated}<DecideForm proposalId={proposal.id} /></>
  return (
    <>
      <h2 className="sub">等待复核</h2>
      {outdated}
      <p className="text-sm text-ink-soft">{STAFF_ERRORS.SAME_OFFICER}</p>
      <form action={withdraw}><input type="hidden" name="proposalId" value={proposal.id} /><SubmitButton variant="secondary" waitingText="正在撤回">{DESK_BUTTONS.withdraw}</SubmitButton></form>
    </>
  )
}
