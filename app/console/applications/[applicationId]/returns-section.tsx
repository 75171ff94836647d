import { BY_HAND } from '@/lib/copy/staff/by-hand'
import type { StaffActor } from '@/lib/domain/actor'
import { seasonPhase } from '@/lib/domain/season-phase'
import { hasRight } from '@/lib/domain/staff'
import { findPlaced, findRunInForce } from '@/lib/data/by-hand'
import { db } from '@/lib/data/db'
import { listWaitingReturns } from '@/lib/data/returns'
import { paths } from '@/lib/paths'
import { ProposalsList } from './county-sections'
import type { File } from './file'
import { FileSection } from './file-section'
import { ReturnForm } from './return-form'

type Props = { file: File; actor: StaffActor; list: string; /** the season's clock, milliseconds */ at: number }

/** What was proposed about this registration; an administrator proposes here that the submission goes back, and from here a school is given by hand. */
export async function ReturnsSection({ file, actor, list, at }: Props) {
  const { application, published, proposals } = file
  const mayReturn = hasRight(actor.role, 'returnSubmission')
  const waiting = mayReturn ? await listWaitingReturns(actor, application.id) : []
  const run = hasRight(actor.role, 'override') ? await findRunInForce(db(), actor, application.year) : null
  const allocated = run && (await findPlaced(db(), run, application.id))
  const proposable = mayReturn && application.status === 'submitted' && waiting.length === 0 && seasonPhase(published.season.settings, at) === 'open'
  return (
    <FileSection id="proposals" empty={proposals.length === 0 && !proposable && !allocated && '没有提出过什么。'}>
      <ProposalsList file={file} mayOpen={hasRight(actor.role, 'approveDesk')} />
      {waiting.length > 0 && <p><a className="tool" href={paths.returns}>去退回审批</a></p>}
      {run && allocated && <p><a className="tool" href={paths.byHandOf(run.id, application.id)}>{BY_HAND.ofChild}</a></p>}
      {proposable && <ReturnForm applicationId={application.id} list={list} />}
    </FileSection>
  )
}
