import { FiledInquiries } from '@/components/console/filed-inquiries'
import { FILED_INQUIRIES } from '@/lib/copy/staff/inquiries'
import type { FiledAnswers } from '@/lib/data/filed-answers'

/** What departments answered, under the comparison that they were asked about; nothing where nobody was asked. */
export function AnswersSection({ answers: { inquiries, late } }: { answers: FiledAnswers }) {
  if (inquiries.length === 0 && late.length === 0) return null
  return (
    <section aria-labelledby="answers-title">
      <h2 id="answers-title" className="sub">{FILED_INQUIRIES.title}</h2>
      <div className="px-2.5"><FiledInquiries inquiries={inquiries} late={late} /></div>
    </section>
  )
}
