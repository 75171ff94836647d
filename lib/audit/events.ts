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

/** Who acted. An officer has a name, which stands in the event's content; the accounts of officers come with the console. */
export type AuditActor = { kind: 'guardian'; id: string } | { kind: 'system' | 'operator' | 'reviewer' }
