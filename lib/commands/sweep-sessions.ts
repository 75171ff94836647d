import 'server-only'
import { forgetDeadSessions } from '@/lib/audit/ended-sessions'
import { db } from '@/lib/data/db'
import { deleteDeadGuardianSessions } from '@/lib/data/guardian-sessions'
import { deleteOldCounters } from '@/lib/data/limits'
import { listWithDeadSessions } from '@/lib/data/staff-sessions'

export type SweptSessions = { staff: number; guardians: number; counters: number }

/**
 * Removes what time alone has ended and nobody came back to: sessions, with the secret or the codes that one may still have
 * shown, and counters with the network addresses that they are of. What an officer did for a guardian in a session that
 * idled ends in the log here. Several servers may do it at the same time.
 */
export async function sweepSessions({ now }: { now: { real: number } }): Promise<SweptSessions> {
  const officers = await listWithDeadSessions(db(), now.real)
  for (const staffId of officers) await db().$transaction((transaction) => forgetDeadSessions(transaction, staffId, now.real))
  return { staff: officers.length, guardians: await deleteDeadGuardianSessions(now.real), counters: await deleteOldCounters(now.real) }
}
