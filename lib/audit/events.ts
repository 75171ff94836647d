import type { GuardianActor, StaffActor } from '@/lib/domain/actor'

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
