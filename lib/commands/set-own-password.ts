import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { passwordFault } from '@/lib/domain/staff-accounts'
import { endStaffSessions } from '@/lib/audit/ended-sessions'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { proveOwnPassword, type NotOneself } from '@/lib/audit/staff-attempts'
import { db } from '@/lib/data/db'
import { newSecret } from '@/lib/data/one-time-code'
import { hashPassword, verifyPassword } from '@/lib/data/password'
import { findCredentials } from '@/lib/data/staff-accounts'
import { writeOffer } from '@/lib/data/staff-sessions'

type Failure = NotOneself | { code: 'PASSWORD_SHORT' | 'PASSWORD_LONG' | 'PASSWORD_OBVIOUS' | 'PASSWORD_SAME'; field: 'next' } | { code: 'CHANGED_MEANWHILE' }

/**
 * One's own password, at the first sign-in or later on. The first one follows at once upon signing in with the one-time
 * password, so that only later changes ask for the current one. Every other session of the account ends.
 * @param current null at the first sign-in
 */
export async function setOwnPassword({ actor, current, next, now }: { actor: StaffActor; current: string | null; next: string; now: Now }): Promise<Result<null, Failure>> {
  const fault = passwordFault(next, actor)
  if (fault) return fail({ code: fault, field: 'next' })
  if ((current === null) !== (actor.due === 'password')) return fail({ code: 'CHANGED_MEANWHILE' })
  if (current !== null) {
    const proof = await proveOwnPassword(actor, current, now.real)
    if (!proof.ok) return proof
  }
  const credentials = await findCredentials({ id: actor.staffId })
  if (!credentials) return fail({ code: 'CHANGED_MEANWHILE' })
  if (await verifyPassword(next, credentials.passwordHash)) return fail({ code: 'PASSWORD_SAME', field: 'next' })
  const passwordHash = await hashPassword(next)
  const isSet = await db().$transaction(async (transaction) => {
    const set = await transaction.staffAccount.updateMany({ where: { id: actor.staffId, passwordHash: credentials.passwordHash, disabledAt: null }, data: { passwordHash, passwordSetAt: new Date(now.real) } })
    if (set.count !== 1) return false
    await endStaffSessions(transaction, actor.staffId, actor.sessionId)
    if (actor.due) await writeOffer(transaction, actor, { kind: 'secret', secret: newSecret() })
    await recordAudit(transaction, { type: 'staff-changed', actor: auditedAs(actor), county: actor.county, content: { staffId: actor.staffId, what: 'password' } })
    return true
  })
  return isSet ? succeed(null) : fail({ code: 'CHANGED_MEANWHILE' })
}
