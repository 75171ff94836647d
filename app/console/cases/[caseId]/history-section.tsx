import { Nowrap } from '@/components/ui/phrase'
import { HISTORY } from '@/lib/copy/staff/case-file'
import { CASE_TITLES } from '@/lib/copy/staff/queue'
import { MATERIAL_WORDS } from '@/lib/copy/materials'
import { shortDayAndTime } from '@/lib/copy/time'
import { reasonsFor } from '@/lib/domain/case-decision'
import type { CaseFile, CaseRound } from '@/lib/data/case-file'
import { paths } from '@/lib/paths'
import { guardiansOfRecord, papersOf, roundsInHand, type Paper } from './case-papers'
import { Fact, Facts } from './facts'

/** Every round: when it was sent, who said what of it and when, and the papers of those before (R-47). */
export function HistorySection({ file }: { file: CaseFile }) {
  const { rounds, published } = file
  const inHand = roundsInHand(file)
  const reasonOf = (round: CaseRound) => reasonsFor(round.claim.kind, published.season.reasons).find((reason) => reason.code === round.decision?.reasonCode)?.label
  return (
    <Facts title={HISTORY.title}>
      {file.is !== 'appeal' && (
        <Fact term={HISTORY.submitted(file.submission.round)}>
          <Nowrap>{shortDayAndTime(file.submission.submittedAt)}</Nowrap>，{file.submission.receiptNumber}
          {file.submission.verdict && <Said at={file.submission.verdict.at} by={file.submission.verdict.by} outcome={HISTORY.audit[file.submission.verdict.outcome]} reason={file.submission.verdict.reason} />}
        </Fact>
      )}
      {rounds.map((round) => (
        <Fact key={`${round.appealId}-${round.number}`} term={file.is === 'appeal' ? HISTORY.round(round.number) : CASE_TITLES[round.claim.kind]}>
          <Nowrap>{shortDayAndTime(round.sentAt)}</Nowrap> {HISTORY.sent}
          <Verdict round={round} label={reasonOf(round)} />
          {(file.is === 'objection' || !inHand.includes(round)) && <Papers papers={papersOf(round, guardiansOfRecord(file))} />}
        </Fact>
      ))}
    </Facts>
  )
}

function Verdict({ round: { decision }, label }: { round: CaseRound; label: string | undefined }) {
  if (!decision) return <span className="block text-ink-soft">{HISTORY.waiting}</span>
  const { outcome, wanted, reason, decidedAt, by } = decision
  return <Said at={decidedAt} by={by} outcome={`${wanted ? HISTORY.wanted(wanted.label) : HISTORY[outcome]}${label ? `（${label}）` : ''}`} reason={reason} />
}

function Said({ at, by, outcome, reason }: { at: number; by: string; outcome: string; reason: string }) {
  return <span className="block"><Nowrap>{shortDayAndTime(at)}</Nowrap> {outcome}，{by}{reason && `：${reason}`}</span>
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
