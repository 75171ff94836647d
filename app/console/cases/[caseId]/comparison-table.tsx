import { Phrases } from '@/components/ui/phrase'
import { COMPARISON, FIELD_NAMES, groupName, UNWRITTEN } from '@/lib/copy/staff/case-file'
import { compareClaim, type ComparedGroup, type ComparedRow, type Side } from '@/lib/domain/case-comparison'
import { compareSubmission } from '@/lib/domain/submission-comparison'
import { knownOf, type CaseFile } from '@/lib/data/case-file'

/** What the registries say beside what the family says; where they differ a rule, a word and the characters themselves say so. */
export function ComparisonTable({ file }: { file: CaseFile }) {
  const { known, source } = knownOf(file)
  const groups = file.is === 'appeal' ? compareClaim(claimOf(file), known) : file.submission.facts && compareSubmission({ facts: file.submission.facts, shown: file.submission.shown }, known)
  if (!groups || groups.length === 0) return <p className="text-sm text-ink-soft">{COMPARISON.none}</p>
  return (
    <table className="compare">
      <thead>
        <tr>
          <th scope="col">{COMPARISON.field}</th>
          <th scope="col">{file.is === 'appeal' ? COMPARISON[source] : COMPARISON.registries}</th>
          <th scope="col">{file.is === 'appeal' ? COMPARISON.claim : COMPARISON.submitted}</th>
        </tr>
      </thead>
      {groups.map((group) => <Group key={groupName(group.group, group.place)} {...group} />)}
    </table>
  )
}

/** What this round claimed; a newer round may claim something else. */
function claimOf({ appeal, rounds, round }: Extract<CaseFile, { is: 'appeal' }>) {
  return rounds.find((one) => one.number === round)?.claim ?? appeal.claim
}

function Group({ group, place, rows }: ComparedGroup) {
  return (
    <tbody>
      <tr className="group"><th colSpan={3} scope="rowgroup">{groupName(group, place)}</th></tr>
      {rows.map((row, index) => <Row key={index} {...row} />)}
    </tbody>
  )
}

function Row({ field, registry, claim, state }: ComparedRow) {
  const differs = state === 'differs' || state === 'one-sided'
  return (
    <tr className={differs ? 'is-diff' : undefined}>
      <th scope="row">{FIELD_NAMES[field]}{differs && <small>{COMPARISON.differs}</small>}</th>
      <td><Written side={registry} /></td>
      <td><Written side={claim} /></td>
    </tr>
  )
}

function Written({ side }: { side: Side }) {
  if (side.is !== 'written') return <span className={side.is === 'removed' ? undefined : 'text-ink-soft'}>{UNWRITTEN[side.is]}</span>
  const [first, ...more] = side.pieces
  if (first && more.length === 0 && !first.differs) return <Phrases text={first.text} />
  return side.pieces.map(({ text, differs }, index) => (differs ? <mark key={index}>{text}</mark> : text))
}
