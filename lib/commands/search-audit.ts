import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import type { AuditSearch } from '@/lib/domain/audit-filters'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findAuditActor, findAuditFamily } from '@/lib/data/audit'
import { db } from '@/lib/data/db'

type Found = { actor: string | null; family: string | null }
type Failure = { code: 'AUDIT_ACTOR_UNKNOWN' | 'AUDIT_FAMILY_UNKNOWN' }

/** Whose events an auditor looks for. That somebody was looked for is in the log, found or not, and who; what was typed is not. */
export async function searchAudit({ actor, input: { who, whose } }: { actor: StaffActor; input: Pick<AuditSearch, 'who' | 'whose'> }): Promise<Result<Found, Failure>> {
  const found: Found = { actor: who === '' ? null : await findAuditActor(actor, who), family: whose === '' ? null : await findAuditFamily(actor, whose) }
  await recordAudit(db(), {
    type: 'audit-searched',
    actor: auditedAs(actor),
    county: actor.county,
    content: { ...(found.actor && { actorId: found.actor }), ...(found.family && { studentId: found.family }) },
  })
  if (who !== '' && !found.actor) return fail({ code: 'AUDIT_ACTOR_UNKNOWN' })
  if (whose !== '' && !found.family) return fail({ code: 'AUDIT_FAMILY_UNKNOWN' })
  return succeed(found)
}
