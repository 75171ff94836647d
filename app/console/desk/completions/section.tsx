import { Section } from '@/components/layout/section'
import { ButtonLink } from '@/components/ui/button'
import { requestNow } from '@/lib/auth/require-guardian'
import { COMPLETION_WORDS } from '@/lib/copy/staff/assist'
import { listCompletableOf } from '@/lib/data/completions'
import { db } from '@/lib/data/db'
import { paths } from '@/lib/paths'

/** On the desk's page, once there is something to complete: how much, and what waits for a second officer. */
export async function CompletionsSection({ county }: { county: string }) {
  const rows = await listCompletableOf(db(), county, (await requestNow()).season)
  if (rows.length === 0) return null
  const waiting = rows.filter((row) => row.proposal?.status === 'waiting').length
  return (
    <Section near title={COMPLETION_WORDS.title}>
      <p className="text-ink-soft">{COMPLETION_WORDS.lead}</p>
      <div className="flex"><ButtonLink variant="secondary" href={paths.completions}>待办 {rows.length - waiting} 份，待复核 {waiting} 份</ButtonLink></div>
    </Section>
  )
}
