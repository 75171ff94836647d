import 'server-only'
import type { Now } from '@/lib/domain/actor'
import { recordAudit } from '@/lib/audit/record'
import { endAssistance } from '@/lib/data/assistances'
import { db } from '@/lib/data/db'
import { endSession } from '@/lib/data/guardians'

/**
 * Ends a session on the server, so that a copied cookie is worth nothing either. Unknown tokens are no fault. Where an
 * officer acted in it, 「结束代办」, that act is over too.
 * @returns whose session it was
 */
export async function signOut(token: string, now: Now): Promise<'guardian' | 'officer' | null> {
  return db().$transaction(async (transaction) => {
    const ended = await endSession(token, transaction)
    if (!ended) return null
    const { guardianId, assistanceId } = ended
    const assistance = assistanceId && (await endAssistance(transaction, assistanceId, now.season))
    if (!assistance) {
      await recordAudit(transaction, { type: 'guardian-signed-out', actor: { kind: 'guardian', id: guardianId } })
      return 'guardian'
    }
    await recordAudit(transaction, { type: 'assistance-ended', actor: { kind: 'staff', id: assistance.staffId, onBehalfOf: guardianId }, county: assistance.county, content: { assistanceId } })
    return 'officer'
  })
}
