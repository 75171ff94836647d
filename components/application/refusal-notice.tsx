import { Notice } from '@/components/ui/notice'

/** Why a form was not taken, and when it may be tried again. */
export function RefusalNotice({ title, text, waitMs }: { title: string; text: string; waitMs?: number }) {
  return (
    <Notice kind="neutral" title={title}>
      <p role="alert">{text}{waitMs ? `大约 ${Math.ceil(waitMs / 60_000)} 分钟后可以再查。` : ''}</p>
    </Notice>
  )
}
