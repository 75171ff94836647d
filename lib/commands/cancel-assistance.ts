import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { endUnsigned } from '@/lib/data/assistances'
import { db } from '@/lib/data/db'

/** The guardian does not sign: the act is over, and what the card said is forgotten with it (P9). One that was signed ends with its session. */
export async function cancelAssistance({ actor, assistanceId, now }: { actor: StaffActor; assistanceId: string; now: Now }): Promise<Result<null, { code: 'NOT_FOUND' }>> {
  return db().$transaction(async (transaction) => {
    const [ended] = await endUnsigned(transaction, { id: assistanceId, officer: actor }, now.season)
    if (!ended) return fail({ code: 'NOT_FOUND' })
    await recordAudit(transaction, { type: 'assistance-ended', actor: auditedAs(actor), county: ended.county, content: { assistanceId, because: 'not signed' } })
    return succeed(null)
  })
}
