import type { StaffActor } from '@/lib/domain/actor'
import { seasonPhase } from '@/lib/domain/season-phase'
import { hasRight } from '@/lib/domain/staff'
import { listWaitingReturns } from '@/lib/data/returns'
import { paths } from '@/lib/paths'
import { ProposalsList } from './county-sections'
import type { File } from './file'
import { FileSection } from './file-section'
import { ReturnForm } from './return-form'

type Props = { file: File; actor: StaffActor; /** the season's clock, milliseconds */ at: number }

/** What was proposed about this registration; an administrator proposes here that the submission goes back. */
export async function ReturnsSection({ file, actor, at }: Props) {
  const { application, published, proposals } = file
  const mayReturn = hasRight(actor.role, 'returnSubmission')
  const waiting = mayReturn ? await listWaitingReturns(actor, application.id) : []
  const proposable = mayReturn && application.status === 'submitted' && waiting.length === 0 && seasonPhase(published.season.settings, at) === 'open'
  return (
    <FileSection id="proposals" empty={proposals.length === 0 && !proposable && '没有提出过什么。'}>
      <ProposalsList file={file} />
      {waiting.length > 0 && <p><a className="tool" href={paths.returns}>去退回审批</a></p>}
      {proposable && <ReturnForm applicationId={application.id} />}
    </FileSection>
  )
}
