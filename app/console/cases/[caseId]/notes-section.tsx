import { TextField } from '@/components/ui/field'
import { Nowrap } from '@/components/ui/phrase'
import { SubmitButton } from '@/components/ui/submit-button'
import { NOTES } from '@/lib/copy/staff/case-file'
import { shortDayAndTime } from '@/lib/copy/time'
import type { CaseNote } from '@/lib/data/case-notes'
import { note } from './actions'
import { Hidden, type Place } from './hidden'

/** What officers write to each other; no family reads it. */
export function NotesSection({ notes, place, mayWrite }: { notes: readonly CaseNote[]; place: Place; mayWrite: boolean }) {
  return (
    <section id="notes" aria-labelledby="notes-title">
      <h2 id="notes-title" className="sub">{NOTES.title}</h2>
      <ul className="facts px-2.5" role="list">
        {notes.map(({ id, at, by, text }) => <li key={id} className="py-1"><span className="text-ink-soft">{by} <Nowrap>{shortDayAndTime(at)}</Nowrap></span><span className="block whitespace-pre-line">{text}</span></li>)}
      </ul>
      {mayWrite && (
        // Made anew with each note, so that the next one begins empty.
        <form key={notes.length} className="mt-2 grid gap-2 px-2.5" action={note}>
          <Hidden place={place} />
          <TextField name="text" label={NOTES.label} hint={NOTES.hint} rows={2} maxLength={500} />
          <div><SubmitButton variant="secondary" waitingText="正在保存">{NOTES.save}</SubmitButton></div>
        </form>
      )}
    </section>
  )
}
