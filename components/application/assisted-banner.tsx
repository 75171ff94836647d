import { Button } from '../ui/button'
import { Phrases } from '../ui/phrase'
import { ASSISTING } from '@/lib/copy/assisted'

type Props = { officer: string; guardian: string; /** of a registration that is completed after the close */ judgedAt: number | null }

/** Over every page while an officer acts for a guardian at the desk: for whom, as whom, and the way back. */
export function AssistedBanner({ officer, guardian, judgedAt }: Props) {
  return (
    <aside className="no-print flex flex-wrap items-center justify-between gap-x-5 gap-y-2 border-b border-action-line bg-action-tint px-gutter py-2" aria-label={ASSISTING.title}>
      <p className="min-w-0">
        <b>{ASSISTING.title}：{ASSISTING.who(officer, guardian)}</b>
        <span className="block text-sm text-ink-soft"><Phrases text={judgedAt === null ? ASSISTING.mark : ASSISTING.completion(judgedAt)} /></span>
      </p>
      <form method="post" action="/sign-out"><Button variant="secondary">{ASSISTING.end}</Button></form>
    </aside>
  )
}
