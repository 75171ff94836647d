import { Section } from '@/components/layout/section'
import { ButtonLink } from '@/components/ui/button'
import { ASSIST_WORDS } from '@/lib/copy/staff/assist'
import { paths } from '@/lib/paths'

/** On the desk's page: the way to act for a guardian without a phone. */
export function AssistSection() {
  return (
    <Section near title={ASSIST_WORDS.title}>
      <p className="text-ink-soft">{ASSIST_WORDS.lead}</p>
      <div className="flex"><ButtonLink variant="secondary" href={paths.assist}>开始代办</ButtonLink></div>
    </Section>
  )
}
