import { Actions } from '@/components/layout/actions'
import { ButtonLink } from '@/components/ui/button'
import { StatusTag } from '@/components/ui/tag'
import { APPEAL_PROGRESS } from '@/lib/copy/appeal-progress'
import { APPEAL_SLUGS, type AppealHead } from '@/lib/domain/appeals'
import { paths } from '@/lib/paths'

type Props = { applicationId: string; appeals: readonly AppealHead[]; kind: AppealHead['kind'] }

/** How the newest appeal of a kind stands, and the way to it; nothing where there is none to be gone on with. */
export function AppealProgress({ applicationId, appeals, kind }: Props) {
  const progress = progressOf(appeals, kind)
  if (!progress) return null
  return (
    <>
      <p><StatusTag kind={progress.kind}>{progress.tag}</StatusTag> {progress.text}</p>
      <Actions><ButtonLink href={paths.appeal(applicationId, APPEAL_SLUGS[kind])}>{progress.button}</ButtonLink></Actions>
    </>
  )
}

/** Null where none was begun, or the newest was taken back or approved. */
export function progressOf(appeals: readonly AppealHead[], kind: AppealHead['kind']) {
  const status = appeals.find((appeal) => appeal.kind === kind)?.status
  return status && status !== 'withdrawn' && status !== 'approved' ? APPEAL_PROGRESS[status] : null
}
