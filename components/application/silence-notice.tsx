import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { SILENCE, whileSilent } from '@/lib/copy/silence'

/** A register does not answer: what was typed is kept, and how it goes on. */
export function SilenceNotice({ kept, first, children }: { kept: string; first?: string; children?: ReactNode }) {
  return <Notice kind="info" title={SILENCE.title}><p>{whileSilent(kept, first)}</p>{children}</Notice>
}
