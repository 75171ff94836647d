import type { GuardianActor, StaffActor } from '@/lib/domain/actor'

/**
 * Everything that is written to the audit log, by type. `content` may hold personal data and is stored as ciphertext
 * under the application's key; the columns beside it hold none.
 */
export type AuditEventType =
  | 'guardian-signed-in'
  | 'guardian-signed-out'
  | 'application-started'
  | 'application-resumed'
  | 'record-not-named'
  | 'county-changed'
  | 'consent-given'
  | 'step-saved'
  | 'registry-asked'
  | 'application-withdrawn'
  | 'application-submitted'
  | 'appeal-saved'
  | 'appeal-sent'
  | 'appeal-withdrawn'
  | 'appeal-approved'
  | 'appeal-refused'
  | 'material-attached'
  | 'material-changed'
  | 'material-removed'
  | 'material-read'
  | 'material-denied'
  | 'materials-swept'
  | 'season-published'
  | 'call-list-exported'
  | 'registry-imported'
  | 'case-opened'
  | 'case-claimed'
  | 'case-released'
  | 'case-reassigned'
  | 'case-noted'
  | 'submission-confirmed'
  | 'return-proposed'
  | 'proposal-made'
  | 'proposal-approved'
  | 'proposal-refused'
  | 'proposal-withdrawn'
  | 'submission-returned'
  | 'application-opened'
  | 'applications-searched'
  | 'applicant-opened'
  | 'school-list-exported'
  | 'call-sheet-printed'
  | 'value-revealed'
  | 'assistance-started'
  | 'assistance-ended'
  | 'scan-read'
  | 'staff-created'
  | 'staff-signed-in'
  | 'staff-signed-out'
  | 'staff-refused'
  | 'staff-locked'
  | 'staff-changed'
  | 'staff-session-ended'
  | 'audit-searched'

/**
 * Who acted. `onBehalfOf` is the guardian for whom an officer of the desk acts: the officer is the actor then, and
 * whose wish it was stands in the content. `reviewer` without an id is of the time before officers had accounts.
 */
export type AuditActor = { kind: 'guardian'; id: string } | { kind: 'staff'; id: string; onBehalfOf?: string } | { kind: 'system' | 'operator' | 'reviewer' }

/** The acting person of an event: a guardian, the officer who assists one, or an officer. */
export function auditedAs(actor: GuardianActor | StaffActor): AuditActor {
  if (actor.kind === 'staff') return { kind: 'staff', id: actor.staffId }
  return actor.assisted ? { kind: 'staff', id: actor.assisted.staffId, onBehalfOf: actor.guardianId } : { kind: 'guardian', id: actor.guardianId }
}
