import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import type { Transaction } from '@/lib/data/db'
import { recordAudit, recordAuditOfMany } from './record'

type Taken = { actor: StaffActor; as: 'table' | 'paper'; /** as the log may have it */ filter: object; applicationIds: readonly string[] }

/** A school's list of admitted leaves the platform: in each family's log, and once with how many there were. */
export async function recordAdmissionsTaken(transaction: Transaction, { actor, as, filter, applicationIds }: Taken): Promise<void> {
  const event = { type: 'admissions-exported', actor: { kind: 'staff', id: actor.staffId }, county: actor.county } as const
  await recordAuditOfMany(transaction, event, applicationIds)
  await recordAudit(transaction, { ...event, content: { school: actor.schoolCode, as, filter, count: applicationIds.length } })
}
