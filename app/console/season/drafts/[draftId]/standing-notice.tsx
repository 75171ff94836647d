import { Notice } from '@/components/ui/notice'
import { DRAFT_LOCKED } from '@/lib/copy/staff/season-publication'
import type { SeasonDraft } from '@/lib/data/season-drafts'

/** Why nothing can be changed, where it cannot. */
export function StandingNotice({ draft: { status } }: { draft: Pick<SeasonDraft, 'status'> }) {
  return status === 'editing' ? null : <Notice kind="neutral"><p>{DRAFT_LOCKED[status]}</p></Notice>
}
