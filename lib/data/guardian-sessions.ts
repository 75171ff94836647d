import 'server-only'
import { db } from './db'
import { IDLE_MS } from './guardians'

/** Those that idled or expired, the ones in which an officer acts among them; the act itself ends with that officer's own session (`endLeftAssistances`). @param now real time, milliseconds */
export async function deleteDeadGuardianSessions(now: number): Promise<number> {
  const over = [{ expiresAt: { lte: new Date(now) } }, { lastSeenAt: { lte: new Date(now - IDLE_MS) } }]
  return (await db().guardianSession.deleteMany({ where: { OR: over } })).count
}
