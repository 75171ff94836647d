import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { endStaffSessions } from '@/lib/audit/ended-sessions'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { stepOf } from '@/lib/data/one-time-code'
import { holdAccount, replaceRecoveryCodes, sealSecret } from '@/lib/data/staff-accounts'
import { readOffer, writeOffer } from '@/lib/data/staff-sessions'

/**
 * A code of the offered secret shows that it was scanned: from now on it is the account's, and the code is taken. The old
 * secret, the old recovery codes and every other session end with it; new codes are on offer.
 */
export async function confirmSecret({ actor, code, now }: { actor: StaffActor; code: string; now: Now }): Promise<Result<null, { code: 'CODE_WRONG'; field: 'code' } | { code: 'OFFER_GONE' }>> {
  return db().$transaction(async (transaction) => {
    await holdAccount(transaction, actor.staffId, now.real)
    const offered = await readOffer(transaction, actor)
    if (actor.due === 'password' || offered?.kind !== 'secret') return fail({ code: 'OFFER_GONE' })
    const step = stepOf(offered.secret, code, now.real)
    if (step === null) return fail({ code: 'CODE_WRONG', field: 'code' })
    await transaction.staffAccount.update({
      where: { id: actor.staffId },
      data: { totpCipher: sealSecret(offered.secret), totpStep: step, totpConfirmedAt: new Date(now.real) },
      select: { id: true },
    })
    await writeOffer(transaction, actor, { kind: 'codes', codes: await replaceRecoveryCodes(transaction, actor.staffId) })
    await endStaffSessions(transaction, actor.staffId, actor.sessionId)
    await recordAudit(transaction, { type: 'staff-changed', actor: auditedAs(actor), county: actor.county, content: { staffId: actor.staffId, what: 'code' } })
    return succeed(null)
  })
}
