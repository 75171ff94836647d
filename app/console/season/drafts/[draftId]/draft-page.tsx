import type { ReactNode } from 'react'
import { ConsolePage } from '@/components/console/console-page'
import type { KeyHint } from '@/components/console/key-hints'
import type { DraftTab } from '@/lib/copy/staff/season-drafts'
import type { StaffActor } from '@/lib/domain/actor'
import type { DraftHead } from '@/lib/data/season-drafts'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { DraftTabs } from './draft-tabs'

type Props = {
  actor: StaffActor
  draft: Pick<DraftHead, 'id' | 'year'>
  current: DraftTab
  findings?: readonly { file: string }[]
  lead?: ReactNode
  action?: ReactNode
  fault?: string | string[]
  keys?: readonly KeyHint[]
  children: ReactNode
}

/** A page of a draft: whose year it is above, the way to every other page below. */
export function DraftPage({ draft: { id, year }, current, findings, children, ...frame }: Props) {
  return (
    <ConsolePage {...frame} current="season" demonstration={isDemonstration()} title={`${year} 年招生方案草稿`} back={{ href: paths.season, to: '招生方案' }}>
      <DraftTabs draftId={id} current={current} findings={findings} />
      {children}
    </ConsolePage>
  )
}
