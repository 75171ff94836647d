import type { AppealKind, Basis } from '@/lib/rules'
import { APPEAL_STEP, leftToTheDesk, mayBeSent, stillApproved, type AppealHead } from './appeals'
import type { DraftAnswers } from './answers'
import { furthestStep, STAGE, type PlainStep, type Step } from './journey'
import { seasonPhase } from './season-phase'

/** Where a child's registration stands, for one sentence and one button on the children's page. */
export type Standing =
  | StandingBeforeResult
  /** the result of the allocation is published; no school while the county still places by hand */
  | { code: 'announced'; school: string | null }

export type StandingBeforeResult =
  | { code: 'filling'; step: PlainStep }
  | { code: 'to-confirm' }
  | { code: 'appeal-draft' | 'appeal-waiting' | 'appeal-holding' | 'appeal-refused' | 'appeal-approved'; kind: AppealKind }
  /** after the close: what was sent before it goes on */
  | { code: 'late-waiting' | 'late-refused' | 'late-approved' | 'late-taken-back'; kind: AppealKind }
  /** the desk has verified what was missing, and completes it */
  | { code: 'late-verified' }
  /** completed at the desk, it waits for the second officer */
  | { code: 'late-completing' }
  /** the county has ended it after the close, with its reason */
  | { code: 'ended'; reason: string }
  | { code: 'not-open' | 'missed' }
  /** `sentBack`: the round that holds, where it was sent back and nothing came in its place */
  | { code: 'submitted'; schools: readonly { name: string }[]; sentBack?: number }
  /** sent back for correction, until the close; what was submitted holds meanwhile */
  | { code: 'returned'; schools: readonly { name: string }[]; closesAt: number }

type Draft = { answers: DraftAnswers; held: PlainStep | null; appeals: readonly AppealHead[]; established?: Parameters<typeof leftToTheDesk>[0]['established']; completing?: boolean }
type Season = { opensAt: number; closesAt: number; review?: { afterClose: 'as-sent' | 'never' } }

/**
 * Of several appeals the one that asks most of the family counts; one that it has left behind, by going on without it, does not.
 * @param at the season's clock, milliseconds
 */
export function standingOf(draft: Draft, season: Season, at: number): StandingBeforeResult {
  if (draft.completing) return { code: 'late-completing' }
  const phase = seasonPhase(season, at)
  if (phase === 'before') return { code: 'not-open' }
  if (phase === 'after') return standingAfterClose(draft, season, at)
  const step = furthestStep(draft.answers, draft.held)
  const first = (status: AppealHead['status']) => draft.appeals.find((appeal) => appeal.status === status && isOnTheWay(appeal, draft.answers, step))
  const refused = first('refused')
  if (refused) return { code: 'appeal-refused', kind: refused.kind }
  const waiting = first('waiting')
  if (waiting) return { code: draft.held ? 'appeal-holding' : 'appeal-waiting', kind: waiting.kind }
  // What was taken back leads nowhere: the family chooses its basis anew.
  const approved = draft.appeals.find((appeal) => stillApproved(appeal) && isOnTheWay(appeal, draft.answers, step))
  if (approved) return { code: 'appeal-approved', kind: approved.kind }
  const begun = first('draft')
  if (begun) return { code: 'appeal-draft', kind: begun.kind }
  return step === 'confirm' ? { code: 'to-confirm' } : { code: 'filling', step }
}

type Submitted = { schools: readonly { name: string }[]; round: number; returned: boolean; /** of the published result; not there before */ announced?: string | null }

/** @param at the season's clock, milliseconds */
export function standingOfSubmission({ schools, round, returned, announced }: Submitted, season: Season, at: number): Standing {
  if (announced !== undefined) return { code: 'announced', school: announced }
  if (!returned) return { code: 'submitted', schools }
  return seasonPhase(season, at) === 'open' ? { code: 'returned', schools, closesAt: season.closesAt } : { code: 'submitted', schools, sentBack: round }
}

/** Only an appeal that waited at the close is still of use: to be decided, amended, or finished at the desk. */
function standingAfterClose({ appeals, established }: Draft, season: Season, at: number): StandingBeforeResult {
  if (season.review?.afterClose === 'never') return { code: 'missed' }
  const left = leftToTheDesk({ appeals, established }, season)
  const refused = appeals.find((appeal) => mayBeSent(appeal, season, at))
  if (refused && left?.because !== 'verified') return { code: 'late-refused', kind: refused.kind }
  const waiting = appeals.find((appeal) => appeal.status === 'waiting')
  if (waiting) return { code: 'late-waiting', kind: waiting.kind }
  if (!left) return { code: 'missed' }
  return left.because === 'verified' ? { code: 'late-verified' } : { code: left.because === 'approved' ? 'late-approved' : 'late-taken-back', kind: left.appeal.kind }
}

/** The basis that an appeal opens; the others are about the record and hold the family where they were made. */
const OPENS: Partial<Record<AppealKind, Basis>> = { GRANDPARENT_KINSHIP: 'GRANDPARENT_DEED', NO_VALID_MATERIALS: 'NO_VALID_MATERIALS' }

function isOnTheWay({ kind, status }: AppealHead, { basis }: DraftAnswers, step: Step): boolean {
  const opens = OPENS[kind]
  if (opens) return STAGE[step] === STAGE.basis && (basis === undefined || basis === opens)
  // Approved, it has led one step on: a new record to the agreement, a changed family to the household once more.
  return step === (status === 'approved' && APPEAL_STEP[kind] === 'record' ? 'agreement' : APPEAL_STEP[kind])
}

/** What a family should do first comes first; standings that ask nothing of it have no place in the list. */
const URGENCY: readonly Standing['code'][] = ['late-refused', 'announced', 'returned', 'appeal-refused', 'to-confirm', 'appeal-approved', 'appeal-draft', 'filling']

/** Of several children the one whose next thing is the most urgent; the first of equals, null when nothing is to be done. */
export function mostUrgent(standings: readonly Standing[]): Standing | null {
  const asking = standings.filter((standing) => URGENCY.includes(standing.code))
  return asking.toSorted((one, other) => URGENCY.indexOf(one.code) - URGENCY.indexOf(other.code))[0] ?? null
}
