import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import type { Transaction } from '@/lib/data/db'
import { auditedAs } from './events'
import { recordAudit } from './record'

/** Who may change an account: an administrator of its county, or whoever runs the platform and types the command. */
export type ChangedBy = StaffActor | 'operator'

/** Which accounts that is, by id or username. */
export function accountWithin(by: ChangedBy, account: { id: string } | { username: string }) {
  return by === 'operator' ? account : { ...account, county: by.county }
}

export async function recordChange(transaction: Transaction, by: ChangedBy, account: { id: string; county: string }, what: 'disabled' | 'enabled' | 'unlocked' | 'reset'): Promise<void> {
  await recordAudit(transaction, { type: 'staff-changed', actor: by === 'operator' ? { kind: 'operator' } : auditedAs(by), county: account.county, content: { staffId: account.id, what } })
}
