import { Section } from '@/components/layout/section'
import { More } from '@/components/ui/disclosure'
import { Phrases } from '@/components/ui/phrase'
import { Quote } from '@/components/ui/quote'
import { Source, SummaryList, SummaryRow } from '@/components/ui/summary'
import { admittedTo, FAIRNESS, REASON_WORDS, RESULT_WORDS } from '@/lib/copy/admission'
import { splitLabel } from '@/lib/copy/bases'
import type { Announcement } from '@/lib/data/announcements'

/** Where people decided, a draw explains nothing. */
const LOTS_HAD_A_SAY = {
  WITHIN_CAPACITY: true, LOT_DRAWN: true, NEIGHBOUR_SCHOOL: true, NO_SEAT_LEFT: true, SIBLINGS_DO_NOT_FIT: true, SIBLINGS_APART: true, NO_SCHOOL: false, DECIDED_BY_HAND: false,
} as const satisfies Record<Announcement['result']['because'], boolean>

/** In plain words why it ended so; what only somebody needs who works it out again stands behind a fold. */
export function WhySection({ found: { result, receipt: { shown }, published, school, reason, run } }: { found: Announcement }) {
  const { draw } = published.season.settings.allocation
  const facts = { school: admittedTo(school?.name ?? null), category: splitLabel(shown.category.label).value, wanted: shown.schools }
  return (
    <Section title={RESULT_WORDS.why}>
      <p>{REASON_WORDS[result.because](facts)}</p>
      {reason && <Quote source={RESULT_WORDS.byCounty}><p className="whitespace-pre-line break-words">{reason}</p></Quote>}
      <p>{FAIRNESS.order}</p>
      {LOTS_HAD_A_SAY[result.because] && <p>{FAIRNESS.lot}</p>}
      <More summary={RESULT_WORDS.check}>
        <SummaryList>
          <SummaryRow term={RESULT_WORDS.seed}><span className="break-all">{run.seed}</span></SummaryRow>
          {draw && <SummaryRow term={RESULT_WORDS.draw}><Phrases text={draw} /></SummaryRow>}
          <SummaryRow term={RESULT_WORDS.run}>第 {run.number} 次</SummaryRow>
          <SummaryRow term={RESULT_WORDS.inputs}><span className="num break-all">{run.inputsHash}</span></SummaryRow>
          <SummaryRow term={RESULT_WORDS.decisions}><span className="num break-all">{run.decisionsHash}</span></SummaryRow>
        </SummaryList>
        <Source>{RESULT_WORDS.checking}</Source>
      </More>
    </Section>
  )
}
