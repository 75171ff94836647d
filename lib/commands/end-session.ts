import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { hasRight } from '@/lib/domain/staff'
import { recordLeftAssistances } from '@/lib/audit/ended-sessions'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'

/** Ends one session: of one's own, or, for whoever looks after the accounts, of the own county's. */
export async function endSession({ actor, sessionId }: { actor: StaffActor; sessionId: string }): Promise<Result<{ staffId: string }, { code: 'NOT_FOUND' }>> {
  const where = { id: sessionId, ...(hasRight(actor.role, 'staff') ? { staff: { county: actor.county } } : { staffId: actor.staffId }) }
  return db().$transaction(async (transaction) => {
    const session = await transaction.staffSession.findFirst({ where, select: { staffId: true } })
    const ended = await transaction.staffSession.deleteMany({ where })
    if (!session || ended.count !== 1) return fail({ code: 'NOT_FOUND' })
    await recordLeftAssistances(transaction, session.staffId)
    await recordAudit(transaction, { type: 'staff-session-ended', actor: auditedAs(actor), county: actor.county, content: { staffId: session.staffId } })
    return succeed(session)
  })
}
