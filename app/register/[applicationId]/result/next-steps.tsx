import { Section } from '@/components/layout/section'
import { PhoneList } from '@/components/ui/phones'
import { Phrases } from '@/components/ui/phrase'
import { RESULT_WORDS } from '@/lib/copy/admission'
import type { Announcement } from '@/lib/data/announcements'

/** What the season says of the first day, else whom to ask; without a school only to wait. */
export function NextSteps({ text, school }: { text: string; school: Announcement['school'] }) {
  const lines = (text || RESULT_WORDS.report).split('\n').map((line) => line.trim()).filter(Boolean)
  return (
    <Section title={RESULT_WORDS.next}>
      {school ? lines.map((line, index) => <p key={index}><Phrases text={line} /></p>) : <p><Phrases text={RESULT_WORDS.wait} /></p>}
      {school && <PhoneList schools={[school]} />}
    </Section>
  )
}
