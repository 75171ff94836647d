import 'server-only'
import { endStaffSession } from '@/lib/audit/ended-sessions'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'

/** Ends a session on the server, so that a copied cookie is worth nothing either. Unknown tokens are no fault. */
export async function signOutStaff(token: string): Promise<void> {
  await db().$transaction(async (transaction) => {
    const ended = await endStaffSession(transaction, token)
    if (ended) await recordAudit(transaction, { type: 'staff-signed-out', actor: { kind: 'staff', id: ended.staffId }, county: ended.county })
  })
}
