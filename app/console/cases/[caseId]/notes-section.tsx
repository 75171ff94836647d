import { Nowrap } from '@/components/ui/phrase'
import { NOTES } from '@/lib/copy/staff/case-file'
import { shortDayAndTime } from '@/lib/copy/time'
import type { CaseNote } from '@/lib/data/case-notes'
import type { Place } from '../hidden'
import { NoteForm } from './note-form'

/** What officers write to each other; no family reads it. */
export function NotesSection({ notes, place, mayWrite }: { notes: readonly CaseNote[]; place: Place; mayWrite: boolean }) {
  return (
    <section id="notes" aria-labelledby="notes-title">
      <h2 id="notes-title" className="sub">{NOTES.title}</h2>
      <ul className="facts px-2.5" role="list">
        {notes.map(({ id, at, by, text }) => <li key={id} className="py-1"><span className="text-ink-soft">{by} <Nowrap>{shortDayAndTime(at)}</Nowrap></span><span className="block whitespace-pre-line">{text}</span></li>)}
      </ul>
      {/* Made anew with each note and each case, so that the next one begins empty: what is written of one family never stands under another. */}
      {mayWrite && <NoteForm key={`${place.caseId}-${notes.length}`} place={place} />}
    </section>
  )
}
