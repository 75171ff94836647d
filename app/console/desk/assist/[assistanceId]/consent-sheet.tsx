import { CONSENT_SHEET } from '@/lib/copy/staff/assist'
import type { StaffActor } from '@/lib/domain/actor'
import { countyName } from '@/lib/domain/counties'

type Props = { officer: StaffActor; guardian: { name: string; idNumber: string } }

/** What the guardian signs. It prints alone on a page. */
export function ConsentSheet({ officer, guardian }: Props) {
  return (
    <section className="max-w-form rounded-md border border-line bg-surface p-5 [&>*+*]:mt-4" aria-labelledby="consent-sheet">
      <h2 id="consent-sheet" className="text-center text-xl font-bold">{CONSENT_SHEET.title}</h2>
      <p>{CONSENT_SHEET.who(guardian.name, guardian.idNumber)}</p>
      <p>{CONSENT_SHEET.asks(countyName(officer.county) ?? '', officer.name)}</p>
      <ol className="list-decimal pl-6 [&>li+li]:mt-2">
        {CONSENT_SHEET.points.map((point) => <li key={point}>{point}</li>)}
      </ol>
      <div className="grid grid-cols-[1fr_12em] gap-6 pt-10 text-sm text-ink-soft">
        <p className="border-t border-ink pt-2">{CONSENT_SHEET.sign}</p>
        <p className="border-t border-ink pt-2">{CONSENT_SHEET.date}</p>
      </div>
    </section>
  )
}
