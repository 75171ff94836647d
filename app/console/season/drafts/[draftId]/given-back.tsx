import { Notice } from '@/components/ui/notice'
import { givenBack } from '@/lib/copy/staff/season-publication'
import type { StaffActor } from '@/lib/domain/actor'
import type { SeasonDraft } from '@/lib/data/season-drafts'
import { listSeasonProposals } from '@/lib/data/season-proposals'

/** What the second administrator wrote with a draft that was given back: whoever edits it again reads it first. */
export async function GivenBack({ actor, draft: { id, status } }: { actor: StaffActor; draft: Pick<SeasonDraft, 'id' | 'status'> }) {
  const [newest] = status === 'editing' ? await listSeasonProposals(actor, { kinds: ['publish-season'], subjectId: id }) : []
  if (newest?.status !== 'refused') return null
  return <Notice kind="seal" title={givenBack(newest)}><p>{newest.note}</p></Notice>
}
