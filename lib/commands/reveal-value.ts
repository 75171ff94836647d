import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { mayReveal, maskOf } from '@/lib/domain/reveals'
import { hasRight } from '@/lib/domain/staff'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { writeContent } from '@/lib/data/json'
import { countAgainst } from '@/lib/data/limits'
import { findMasked, findOpenTo } from '@/lib/data/reveals'

type Reveal = { actor: StaffActor; applicationId: string; field: string; reason: string; now: Now }

/**
 * Has one full number shown to one officer, for a reason that is written down (P4). The page that shows it reads the row:
 * the value itself is in no answer, no address and no form. What an officer may not see is as if it were not there. Nobody is
 * shown a county number by number: beyond so many an hour and a day the answer is no, and that somebody asked is written down.
 */
export async function revealValue({ actor, applicationId, field, reason, now }: Reveal): Promise<Result<null, { code: 'NOT_FOUND' } | { code: 'TOO_MANY_REVEALS'; waitMs: number }>> {
  const application = hasRight(actor.role, 'reveal') ? await findOpenTo(actor, applicationId, now) : null
  const wanted = application && (await findMasked(db(), application, field))
  if (!application || !wanted || !mayReveal(actor.role, wanted.kind)) return fail({ code: 'NOT_FOUND' })
  const event = { actor: auditedAs(actor), application, content: { kind: wanted.kind, value: maskOf(wanted.kind, wanted.value), reason } }
  const waitMs = (await countAgainst('reveal', actor.staffId)) ?? (await countAgainst('reveal-day', actor.staffId))
  if (waitMs !== null) {
    await recordAudit(db(), { type: 'reveal-refused', ...event })
    return fail({ code: 'TOO_MANY_REVEALS', waitMs })
  }
  await db().$transaction(async (transaction) => {
    await transaction.reveal.create({
      data: { staffId: actor.staffId, applicationId, field, revealedAt: new Date(now.real), reasonCipher: writeContent(application.key, 'reveal', { schemaVersion: 1, reason }) },
      select: { id: true },
    })
    await recordAudit(transaction, { type: 'value-revealed', ...event })
  })
  return succeed(null)
}
