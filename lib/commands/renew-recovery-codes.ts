import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { proveOwnPassword, type NotOneself } from '@/lib/audit/staff-attempts'
import { db } from '@/lib/data/db'
import { holdAccount, replaceRecoveryCodes } from '@/lib/data/staff-accounts'
import { writeOffer } from '@/lib/data/staff-sessions'

/** Ten new recovery codes; the old ones, used or not, are worth nothing any more. */
export async function renewRecoveryCodes({ actor, current, now }: { actor: StaffActor; current: string; now: Now }): Promise<Result<null, NotOneself | { code: 'CHANGED_MEANWHILE' }>> {
  if (actor.due) return fail({ code: 'CHANGED_MEANWHILE' })
  const proof = await proveOwnPassword(actor, current, now.real)
  if (!proof.ok) return proof
  await db().$transaction(async (transaction) => {
    await holdAccount(transaction, actor.staffId, now.real)
    await writeOffer(transaction, actor, { kind: 'codes', codes: await replaceRecoveryCodes(transaction, actor.staffId) })
    await recordAudit(transaction, { type: 'staff-changed', actor: auditedAs(actor), county: actor.county, content: { staffId: actor.staffId, what: 'recovery codes' } })
  })
  return succeed(null)
}
