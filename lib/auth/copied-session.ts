import 'server-only'
import { endStaffSession } from '@/lib/audit/ended-sessions'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { sessionOfToken, stillOpens } from '@/lib/data/staff-tokens'

/**
 * A token that was replaced some time ago and comes back: two have carried it, and one of them had no business to. Which one
 * cannot be told, so that the session ends for both. @param now real time, milliseconds
 */
export async function endWhereCopied(token: string, address: string, now: number): Promise<void> {
  const session = await sessionOfToken(db(), token)
  if (!session || stillOpens(session, now)) return
  await db().$transaction(async (transaction) => {
    const ended = await endStaffSession(transaction, token)
    if (ended) await recordAudit(transaction, { type: 'staff-session-ended', actor: { kind: 'system' }, county: ended.county, content: { staffId: ended.staffId, because: 'replaced token came back', address, usedFrom: session.tokenAddress } })
  })
}
