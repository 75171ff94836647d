import { StatusTag } from '@/components/ui/tag'
import { REASON_WORDS } from '@/lib/copy/staff/allocation'
import { BY_HAND, COMPLETED_AFTER, schoolName } from '@/lib/copy/staff/by-hand'
import type { ByHandLine } from '@/lib/data/by-hand-list'
import type { RunBeside } from '@/lib/data/by-hand'
import { paths } from '@/lib/paths'

type Props = { run: RunBeside; lines: readonly ByHandLine[]; /** whose form stands beside the table */ openedId: string | undefined }

/** Those for whom the run found no school, or of whom it knows nothing, each with why and how far it is. */
export function ByHandTable({ run, lines, openedId }: Props) {
  const { schools } = run.published.season
  return (
    <div className="scroll" role="region" aria-label={BY_HAND.table}>
      <table className="table" data-rows>
        <caption className="sr-only">{BY_HAND.table}</caption>
        <thead><tr>{[BY_HAND.child, BY_HAND.because, BY_HAND.preallocated, BY_HAND.state, BY_HAND.file].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {lines.map(({ applicationId, child, because, preallocated, given, proposed }) => (
            <tr key={applicationId} className={applicationId === openedId ? 'is-current' : undefined}>
              {/* A link that loads anew: opening a child is on the record, and is never done ahead. */}
              <td><a href={paths.byHandOf(run.id, applicationId)}>{child}</a></td>
              <td>{because === null ? COMPLETED_AFTER : REASON_WORDS[because]}</td>
              <td>{preallocated === null ? BY_HAND.none : schoolName(preallocated, schools)}</td>
              <td>{proposed ? <StatusTag kind="wait">{BY_HAND.states.proposed}</StatusTag> : given === null ? <StatusTag kind="draft">{BY_HAND.states.open}</StatusTag> : <StatusTag kind="ok">{schoolName(given, schools)}</StatusTag>}</td>
              <td><a href={paths.applicationFile(applicationId)}>{BY_HAND.file}</a></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
