import 'server-only'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { endSession } from '@/lib/data/guardians'

/** Ends a session on the server, so that a copied cookie is worth nothing either. Unknown tokens are no fault. */
export async function signOut(token: string): Promise<void> {
  const ended = await endSession(token)
  if (ended) await recordAudit(db(), { type: 'guardian-signed-out', actor: { kind: 'guardian', id: ended.guardianId } })
}
