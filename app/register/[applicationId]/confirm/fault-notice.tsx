import { Notice } from '@/components/ui/notice'
import { ERROR_WORDS, isErrorCode } from '@/lib/copy/errors'

/** Why the press before did not submit; with how many seconds are left, by the server's clock. */
export function FaultNotice({ fault, readingLeftMs }: { fault: unknown; readingLeftMs: number }) {
  if (typeof fault !== 'string' || !isErrorCode(fault)) return null
  const { title, text } = ERROR_WORDS[fault]
  if (fault === 'TOO_EARLY' && readingLeftMs === 0) return null
  return (
    <Notice kind="neutral" title={title}>
      <p role="alert">{text}{fault === 'TOO_EARLY' && `还要 ${Math.ceil(readingLeftMs / 1000)} 秒。`}</p>
    </Notice>
  )
}
