import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findAuditEvent, type AuditEvent } from '@/lib/data/audit'
import { db } from '@/lib/data/db'

/** An event with what it holds. Whoever reads the log is in it too. Null where it is not the county's. */
export async function openAuditEvent({ actor, eventId }: { actor: StaffActor; eventId: string }): Promise<AuditEvent | null> {
  const event = await findAuditEvent(actor, eventId)
  if (event) await recordAudit(db(), { type: 'audit-searched', actor: auditedAs(actor), county: actor.county, content: { eventId } })
  return event
}
