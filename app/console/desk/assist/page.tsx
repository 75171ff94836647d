import type { Metadata } from 'next'
import { ConsolePage } from '@/components/console/console-page'
import { NumberedList } from '@/components/ui/numbers'
import { requireStaff } from '@/lib/auth/require-staff'
import { ASSIST_STEPS, ASSIST_WORDS } from '@/lib/copy/staff/assist'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { CardForm } from './card-form'

export const metadata: Metadata = { title: ASSIST_WORDS.title }

/** A family without a phone: whose card was checked, before anything of the family is opened. */
export default async function AssistPage() {
  const actor = await requireStaff('desk', paths.assist)
  return (
    <ConsolePage actor={actor} current="desk" demonstration={isDemonstration()} title={ASSIST_WORDS.title} lead={ASSIST_WORDS.lead} back={{ href: paths.desk, to: '线下窗口' }}>
      <div className="lookup">
        <div className="max-w-form [&>*+*]:mt-4"><CardForm /></div>
        <aside className="lookup-side" aria-label="怎么办">
          <h2 className="text-lg">怎么办</h2>
          <NumberedList items={ASSIST_STEPS} />
        </aside>
      </div>
    </ConsolePage>
  )
}
