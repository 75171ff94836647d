import 'server-only'
import { db } from './db'
import { IDLE_MS } from './guardians'

/** Those that idled or expired. One in which an officer acts ends with that officer's own (`endLeftAssistances`). @param now real time, milliseconds */
export async function deleteDeadGuardianSessions(now: number): Promise<number> {
  const over = [{ expiresAt: { lte: new Date(now) } }, { lastSeenAt: { lte: new Date(now - IDLE_MS) } }]
  return (await db().guardianSession.deleteMany({ where: { OR: over } })).count
}
