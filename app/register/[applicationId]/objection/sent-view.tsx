import { Section } from '@/components/layout/section'
import { More } from '@/components/ui/disclosure'
import { NumberedList } from '@/components/ui/numbers'
import { Nowrap, Phrases } from '@/components/ui/phrase'
import { Quote } from '@/components/ui/quote'
import { SubmitButton } from '@/components/ui/submit-button'
import { SummaryList, SummaryRow } from '@/components/ui/summary'
import { StatusTag } from '@/components/ui/tag'
import { COMPLAINT_WORDS, OBJECTION, OBJECTION_NEXT, objectionTag } from '@/lib/copy/objections'
import { dayAndTime } from '@/lib/copy/time'
import type { Objection } from '@/lib/data/objections'
import { withdraw } from './actions'

type Props = { objection: Objection; schools: readonly { code: string; name: string }[] }

/** What was sent, how it stands, and the answer with its reason. */
export function SentView({ objection, schools }: Props) {
  const { complaint, text, sentAt, endedAt, answer } = objection
  const school = answer && schools.find(({ code }) => code === answer.schoolCode)?.name
  return (
    <Section near title={OBJECTION.yours}>
      <p><StatusTag kind={answer ? 'ok' : 'wait'}>{objectionTag(answer)}</StatusTag></p>
      {answer && endedAt !== null && <Quote source={<Nowrap>{OBJECTION.answer(dayAndTime(endedAt))}</Nowrap>}><p className="whitespace-pre-line"><Phrases text={answer.reason} /></p></Quote>}
      <SummaryList>
        {school && <SummaryRow term={OBJECTION.newSchool}><b>{school}</b></SummaryRow>}
        <SummaryRow term={OBJECTION.sentAt}><span className="tabular-nums"><Phrases text={dayAndTime(sentAt)} /></span></SummaryRow>
        <SummaryRow term={OBJECTION.what}>{COMPLAINT_WORDS[complaint].title}<br /><span className="whitespace-pre-line break-words">{text}</span></SummaryRow>
      </SummaryList>
    </Section>
  )
}

/** While nobody has answered: what happens next, and the way back, folded so that nobody takes it by a slip of the finger. */
export function WaitingSteps({ objection, applicationId }: { objection: Objection; applicationId: string }) {
  return (
    <>
      <Section near title="接下来"><NumberedList items={OBJECTION_NEXT} /></Section>
      <More summary={OBJECTION.withdraw}>
        <p className="text-sm text-ink-soft">{OBJECTION.withdrawText}</p>
        <form action={withdraw}>
          <input type="hidden" name="applicationId" value={applicationId} />
          <input type="hidden" name="objectionId" value={objection.id} />
          <SubmitButton variant="secondary" waitingText={OBJECTION.withdrawing}>{OBJECTION.withdraw}</SubmitButton>
        </form>
      </More>
    </>
  )
}
