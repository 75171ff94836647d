import type { CONSENT_SHEET } from '@/lib/copy/staff/assist'
import type { StaffActor } from '@/lib/domain/actor'
import type { Presence } from '@/lib/domain/assistance'
import { countyName } from '@/lib/domain/counties'

type Props = { officer: StaffActor; guardian: { name: string; idNumber: string }; /** by whether the guardian stands here or is on the phone */ sheet: (typeof CONSENT_SHEET)[Presence] }

/** What the guardian signs, or the officer who read it out on the phone. It prints alone on a page. */
export function ConsentSheet({ officer, guardian, sheet }: Props) {
  return (
    <section className="signed max-w-form rounded-md border border-line bg-surface p-5 [&>*+*]:mt-4" aria-labelledby="consent-sheet">
      <h2 id="consent-sheet" className="text-center text-xl font-bold">{sheet.title}</h2>
      <p>{sheet.who(guardian.name, guardian.idNumber)}</p>
      <p>{sheet.asks(countyName(officer.county) ?? '', officer.name)}</p>
      <ol className="list-decimal pl-6 [&>li+li]:mt-2">
        {sheet.points.map((point) => <li key={point}>{point}</li>)}
      </ol>
      <div className="grid grid-cols-[1fr_12em] gap-6 pt-10 text-sm text-ink-soft">
        <p className="border-t border-ink pt-2">{sheet.sign}</p>
        <p className="border-t border-ink pt-2">{sheet.date}</p>
      </div>
    </section>
  )
}
