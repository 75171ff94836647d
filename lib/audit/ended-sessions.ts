import 'server-only'
import type { Transaction } from '@/lib/data/db'
import { endLeftAssistances } from '@/lib/data/assistances'
import { deleteDeadStaffSessions, deleteStaffSession, deleteStaffSessions } from '@/lib/data/staff-sessions'
import { recordAudit } from './record'

/** Whoever holds the token: for signing out, and for the session that a new one takes the place of. */
export async function endStaffSession(transaction: Transaction, token: string): Promise<{ staffId: string; county: string } | null> {
  const ended = await deleteStaffSession(transaction, token)
  if (ended) await recordLeftAssistances(transaction, ended.staffId)
  return ended
}

/** All of an account's, but for the one that it is asked from. @returns how many there were */
export async function endStaffSessions(transaction: Transaction, staffId: string, but?: string): Promise<number> {
  const count = await deleteStaffSessions(transaction, staffId, but)
  await recordLeftAssistances(transaction, staffId)
  return count
}

/** Those that idled or expired; nobody was there to write down what ended with them. @param now real time, milliseconds */
export async function forgetDeadSessions(transaction: Transaction, staffId: string, now: number): Promise<void> {
  await deleteDeadStaffSessions(transaction, staffId, now)
  await recordLeftAssistances(transaction, staffId)
}

/** What an officer does for a guardian ends with the session in which it was begun, and each end is in the log. */
export async function recordLeftAssistances(transaction: Transaction, staffId: string): Promise<void> {
  for (const { id: assistanceId, guardianId, county } of await endLeftAssistances(transaction, staffId)) {
    await recordAudit(transaction, { type: 'assistance-ended', actor: { kind: 'staff', id: staffId, onBehalfOf: guardianId ?? undefined }, county, content: { assistanceId, because: guardianId ? 'session ended' : 'not signed' } })
  }
}
