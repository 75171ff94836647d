import { StatusTag } from '@/components/ui/tag'
import { APPEAL_PROGRESS } from '@/lib/copy/appeal-progress'
import type { AppealHead } from '@/lib/domain/appeals'

/** How the newest appeal of a kind stands; nothing where there is none to be gone on with. */
export function AppealProgress({ appeals, kind }: { appeals: readonly AppealHead[]; kind: AppealHead['kind'] }) {
  const status = appeals.find((appeal) => appeal.kind === kind)?.status
  if (!status || status === 'withdrawn' || status === 'approved') return null
  const { tag, kind: shape, text } = APPEAL_PROGRESS[status]
  return <p><StatusTag kind={shape}>{tag}</StatusTag> {text}</p>
}
