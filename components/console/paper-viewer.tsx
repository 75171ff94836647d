'use client'

import { useCaseKeys } from './use-case-keys'
import { useViewing, type Picture } from './use-viewing'
import { Viewer } from './viewer'

const NONE: ReadonlySet<string> = new Set()

/** Papers on their own, beside a decision that has no keys of its own: looked at by the same keys as those of a case. */
export function PaperViewer({ pictures }: { pictures: readonly Picture[] }) {
  const viewing = useViewing(pictures)
  useCaseKeys(viewing.deeds)
  return <Viewer pictures={pictures} ticked={NONE} viewing={viewing} />
}
