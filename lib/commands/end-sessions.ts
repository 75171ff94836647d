import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { hasRight } from '@/lib/domain/staff'
import { endStaffSessions } from '@/lib/audit/ended-sessions'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'

/** Ends every session of an account but the one that asks for it: one's own account, or one of the own county. */
export async function endSessions({ actor, staffId }: { actor: StaffActor; staffId: string }): Promise<Result<{ staffId: string }, { code: 'NOT_FOUND' }>> {
  if (staffId !== actor.staffId && !hasRight(actor.role, 'staff')) return fail({ code: 'NOT_FOUND' })
  return db().$transaction(async (transaction) => {
    if ((await transaction.staffAccount.count({ where: { id: staffId, county: actor.county } })) === 0) return fail({ code: 'NOT_FOUND' })
    const sessions = await endStaffSessions(transaction, staffId, actor.sessionId)
    if (sessions > 0) await recordAudit(transaction, { type: 'staff-session-ended', actor: auditedAs(actor), county: actor.county, content: { staffId, sessions } })
    return succeed({ staffId })
  })
}
