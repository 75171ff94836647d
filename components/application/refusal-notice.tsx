import { Notice } from '@/components/ui/notice'
import { ERROR_WORDS, type ErrorCode } from '@/lib/copy/errors'

/** Why a form was not taken, and when it may be tried again. */
export function RefusalNotice({ code, waitMs }: { code: ErrorCode; waitMs?: number }) {
  const { title, text } = ERROR_WORDS[code]
  return (
    <Notice kind="neutral" title={title}>
      <p role="alert">{text}{waitMs ? `大约 ${Math.ceil(waitMs / 60_000)} 分钟后可以再查。` : ''}</p>
    </Notice>
  )
}
