import { Nowrap } from '@/components/ui/phrase'
import { HISTORY } from '@/lib/copy/staff/case-file'
import { CASE_TITLES } from '@/lib/copy/staff/queue'
import { MATERIAL_WORDS } from '@/lib/copy/materials'
import { shortDayAndTime } from '@/lib/copy/time'
import { reasonsFor } from '@/lib/domain/case-decision'
import type { CaseKind } from '@/lib/domain/cases'
import type { CaseFile, CaseRound } from '@/lib/data/case-file'
import type { SubmissionRound } from '@/lib/data/submission-rounds'
import { paths } from '@/lib/paths'
import { guardiansOfRecord, paperNames, papersOf, roundsInHand, type Paper } from './case-papers'
import { Fact, Facts } from './facts'

type Read = { names: ReadonlyMap<string, string>; labelOf: (kind: CaseKind, code: string | null) => string | undefined; takenBackAt: (appealId: string) => number | undefined }

/** Every round: when it was sent, who said what of it and when, which papers were found in order, and the papers of those before. */
export function HistorySection({ file }: { file: CaseFile }) {
  const { rounds, others, published, application: { appeals, established } } = file
  const inHand = roundsInHand(file)
  const read: Read = { names: paperNames(file), labelOf: (kind, code) => reasonsFor(kind, published.season.reasons).find((reason) => reason.code === code)?.label, takenBackAt: (appealId) => established.withdrawn.find((one) => one.appealId === appealId)?.at }
  return (
    <Facts title={HISTORY.title}>
      {file.is !== 'appeal' && file.submission.all.map((one) => <Submitted key={one.round} submitted={one} read={read} />)}
      {rounds.map((round) => (
        <Fact key={`${round.appealId}-${round.number}`} term={file.is === 'appeal' ? HISTORY.round(round.number) : CASE_TITLES[round.claim.kind]}>
          <Nowrap>{shortDayAndTime(round.sentAt)}</Nowrap> {HISTORY.sent}
          <Verdict round={round} read={read} undecided={HISTORY.waiting} />
          {(file.is === 'objection' || !inHand.includes(round)) && <Papers papers={papersOf(round, guardiansOfRecord(file))} />}
        </Fact>
      ))}
      {others.map((round) => (
        <Fact key={`${round.appealId}-${round.number}`} term={HISTORY.other(round.number)}>
          <Nowrap>{shortDayAndTime(round.sentAt)}</Nowrap> {HISTORY.sent}
          <Verdict round={round} read={read} undecided={appeals.some(({ id, status }) => id === round.appealId && status === 'waiting') ? HISTORY.waiting : HISTORY.undecided} />
          <Papers papers={papersOf(round, guardiansOfRecord(file))} />
        </Fact>
      ))}
    </Facts>
  )
}

/** One sending of the whole registration, how it was checked, and why it went back where it did. */
function Submitted({ submitted: { round, submittedAt, receiptNumber, checks, returned }, read }: { submitted: SubmissionRound; read: Read }) {
  return (
    <Fact term={HISTORY.submitted(round)}>
      <Nowrap>{shortDayAndTime(submittedAt)}</Nowrap>，<span className="num">{receiptNumber}</span>
      {checks.map(({ at, by, outcome, reasonCode, reason, checked }) => <Said key={at} at={at} by={by} outcome={HISTORY.audit[outcome]} label={read.labelOf('MATERIAL_AUDIT', reasonCode)} reason={reason} checked={checked} names={read.names} />)}
      {returned && <Said at={returned.at} by={returned.by} outcome={HISTORY.returned} reason={returned.reason} />}
    </Fact>
  )
}

/** @param undecided what is said of one on which nobody has decided */
function Verdict({ round: { appealId, claim, decision }, read, undecided }: { round: CaseRound; read: Read; undecided: string }) {
  if (!decision) return <span className="block text-ink-soft">{undecided}</span>
  const { outcome, wanted, reason, reasonCode, checked, decidedAt, by } = decision
  const takenBackAt = outcome === 'approved' ? read.takenBackAt(appealId) : undefined
  return (
    <>
      <Said at={decidedAt} by={by} outcome={wanted ? HISTORY.wanted(wanted.label) : HISTORY[outcome]} label={read.labelOf(claim.kind, reasonCode)} reason={reason} checked={checked} names={read.names} />
      {takenBackAt !== undefined && <span className="block font-bold"><Nowrap>{shortDayAndTime(takenBackAt)}</Nowrap> {HISTORY.takenBack}</span>}
    </>
  )
}

type SaidProps = { at: number; by: string; outcome: string; label?: string; reason: string; checked?: readonly string[]; names?: Read['names'] }

function Said({ at, by, outcome, label, reason, checked = [], names }: SaidProps) {
  const inOrder = checked.flatMap((id) => names?.get(id) ?? [])
  return (
    <>
      <span className="block"><Nowrap>{shortDayAndTime(at)}</Nowrap> {outcome}{label && `（${label}）`}，{by}{reason && `：${reason}`}</span>
      {inOrder.length > 0 && <span className="block text-ink-soft">{HISTORY.inOrder(inOrder)}</span>}
    </>
  )
}

function Papers({ papers }: { papers: readonly Paper[] }) {
  return (
    <details className="more">
      <summary>{HISTORY.files}</summary>
      <ul role="list">
        {papers.flatMap(({ id, label, pages }) =>
          Array.from({ length: pages }, (_, page) => (
            <li key={`${id}-${page}`}><a className="inline-flex min-h-target items-center" href={paths.staffMaterial(id, page + 1, 'full')} target="_blank" rel="noreferrer">{label}{pages > 1 && ` ${MATERIAL_WORDS.page(page + 1)}`}</a></li>
          )),
        )}
      </ul>
    </details>
  )
}
