import type { AppealKind } from '@/lib/rules'
import { isEditable, type AppealStatus } from './appeal-status'
import type { PlainStep } from './journey'
import { seasonPhase } from './season-phase'

/** An appeal's word in addresses. */
export const APPEAL_SLUGS = {
  STUDENT_NOT_FOUND: 'student-not-found',
  GUARDIAN_MISMATCH: 'guardian-mismatch',
  SINGLE_PARENT: 'single-parent',
  BLENDED_FAMILY: 'blended-family',
  GRANDPARENT_KINSHIP: 'grandparent-kinship',
  NO_VALID_MATERIALS: 'no-valid-materials',
} as const satisfies Record<AppealKind, string>
export type AppealSlug = (typeof APPEAL_SLUGS)[AppealKind]

// Out of the table above: the rules' own list would bring all of the rules into the browser.
const KINDS: readonly AppealKind[] = Object.keys(APPEAL_SLUGS).filter((name): name is AppealKind => name in APPEAL_SLUGS)

export function appealKindOf(slug: string): AppealKind | null {
  return KINDS.find((kind) => APPEAL_SLUGS[kind] === slug) ?? null
}

/**
 * The step at which the journey stands while an appeal waits; null where the family may go on with another basis
 * the agreement only after approval: on from the household only after approval).
 */
export const HOLDS_AT = {
  STUDENT_NOT_FOUND: 'record',
  GUARDIAN_MISMATCH: 'record',
  SINGLE_PARENT: 'household',
  BLENDED_FAMILY: 'household',
  GRANDPARENT_KINSHIP: null,
  NO_VALID_MATERIALS: null,
} as const satisfies Record<AppealKind, PlainStep | null>

/** The step that an appeal is about: where its page leads back to, and where it may be made from. */
export const APPEAL_STEP = {
  STUDENT_NOT_FOUND: 'record',
  GUARDIAN_MISMATCH: 'record',
  SINGLE_PARENT: 'household',
  BLENDED_FAMILY: 'household',
  GRANDPARENT_KINSHIP: 'basis',
  NO_VALID_MATERIALS: 'basis',
} as const satisfies Record<AppealKind, PlainStep>

/**
 * What a list of appeals knows of each; `sentAt` and `decidedAt` are of the newest round. `takenBackAt`: when two officers took
 * back what its approval had established; null while that stands. Instants are of the season's clock, milliseconds.
 */
export type AppealHead = { id: string; kind: AppealKind; ground: string | null; status: AppealStatus; round: number; createdAt: number; sentAt: number | null; decidedAt: number | null; takenBackAt: number | null }

/** Approved, and what that established still counts. */
export function stillApproved({ status, takenBackAt }: Pick<AppealHead, 'status' | 'takenBackAt'>): boolean {
  return status === 'approved' && takenBackAt === null
}

/** The kinds that hold: while one waits, the next move is the county's, whatever basis the family has chosen. */
export const HOLDING_KINDS = KINDS.filter((kind) => HOLDS_AT[kind] !== null)

/** The waiting appeal that holds the journey, the earliest step first; null when nothing does. */
export function holding(appeals: readonly AppealHead[]): AppealHead | null {
  const held = appeals.filter((appeal) => appeal.status === 'waiting' && HOLDS_AT[appeal.kind] !== null)
  return held.find((appeal) => HOLDS_AT[appeal.kind] === 'record') ?? held[0] ?? null
}

/**
 * Whether form and files of an appeal may still be changed and sent. After the close only one that waited when the
 * season closed: a refusal that comes late must not shut out a family that was not late.
 * @param at the season's clock, milliseconds
 */
export function mayBeSent(appeal: Pick<AppealHead, 'status' | 'decidedAt'>, season: { opensAt: number; closesAt: number }, at: number): boolean {
  if (!isEditable(appeal.status)) return false
  const phase = seasonPhase(season, at)
  if (phase !== 'after') return phase === 'open'
  return appeal.status === 'refused' && appeal.decidedAt !== null && appeal.decidedAt >= season.closesAt
}

/** What of a registration is the desk's to finish after the close, and why. */
export type LeftToTheDesk = { appeal: AppealHead; because: 'approved' | 'taken-back' | 'verified' }

/** What the county has made true of it: of the desk's own verifying only when. */
type Verified = { record: { at: number } | null; properties: readonly { at: number }[]; matches: readonly { at: number }[] }

/**
 * Of appeals that were decided after the close the one whose registration the desk finishes. An approval that was taken back
 * was the county's mistake, so that the family stays in time; and what two officers verified since a refusal, or since the
 * approval was taken back, is that on which it is completed. Null where the next move is the family's, or the close was the end.
 */
export function leftToTheDesk({ appeals, established }: { appeals: readonly AppealHead[]; established?: Verified }, { closesAt }: { closesAt: number }): LeftToTheDesk | null {
  const late = appeals.filter((appeal) => appeal.decidedAt !== null && appeal.decidedAt >= closesAt)
  const approved = late.find(stillApproved)
  if (approved) return { appeal: approved, because: 'approved' }
  const verifiedAt = Math.max(-Infinity, ...[established?.record, ...(established?.properties ?? []), ...(established?.matches ?? [])].map((one) => one?.at ?? -Infinity))
  const takenBack = late.find(({ takenBackAt }) => takenBackAt !== null)
  if (takenBack) return { appeal: takenBack, because: verifiedAt >= Math.max(closesAt, takenBack.takenBackAt ?? closesAt) ? 'verified' : 'taken-back' }
  const refused = late.find(({ status }) => status === 'refused')
  return refused && verifiedAt >= closesAt ? { appeal: refused, because: 'verified' } : null
}
