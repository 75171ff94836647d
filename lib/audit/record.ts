import 'server-only'
import { encrypt, encryptUnder, type ApplicationKey } from '@/lib/data/cipher'
import type { Db } from '@/lib/data/db'
import type { AuditEventType } from '@/lib/domain/audit'
import type { AuditActor } from './events'

type Recorded = {
  type: AuditEventType
  actor: AuditActor
  application?: { id: string; county: string; key: ApplicationKey }
  county?: string
  /** may hold personal data: under the application's key; of an event without one, under the master key. The columns beside it hold none */
  content?: Readonly<Record<string, unknown>>
}

/** Writes one audit row in the caller's transaction: what happened and its record stand or fall together. */
export async function recordAudit(transaction: Db, event: Recorded): Promise<void> {
  const { application, actor } = event
  const onBehalfOf = actor.kind === 'staff' ? actor.onBehalfOf : undefined
  const content = event.content || onBehalfOf ? JSON.stringify({ ...event.content, ...(onBehalfOf ? { onBehalfOf } : {}) }) : null
  await transaction.auditEvent.create({
    data: {
      type: event.type,
      actorKind: actor.kind,
      actorId: 'id' in actor ? actor.id : null,
      applicationId: application?.id ?? null,
      county: application?.county ?? event.county ?? null,
      contentCipher: content && (application ? encryptUnder(application.key, 'audit', content) : encrypt('audit', content)),
    },
    select: { id: true },
  })
}

type RecordedOfMany = { type: AuditEventType; actor: Extract<AuditActor, { kind: 'staff' }>; county: string }

/** The same event for many families, in one statement: each one's own log says that it was among them. */
export async function recordAuditOfMany(transaction: Db, { type, actor, county }: RecordedOfMany, applicationIds: readonly string[]): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO audit_events (type, actor_kind, actor_id, application_id, county)
    SELECT ${type}, ${actor.kind}, ${actor.id}::uuid, unnest(${[...applicationIds]}::uuid[]), ${county}`
}
