import { Notice } from '@/components/ui/notice'
import { SENT_BACK, sentBackUntil } from '@/lib/copy/returns'

/** A submission that the county sent back: in its words why, until when it may be corrected, and that it holds meanwhile. */
export function SentBack({ reason, closesAt }: { reason: string; closesAt: number }) {
  return (
    <Notice kind="info" title={SENT_BACK.title}>
      <p>{reason}</p>
      <p>{sentBackUntil(closesAt)}</p>
    </Notice>
  )
}
