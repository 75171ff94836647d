import 'server-only'
import { encryptUnder, type ApplicationKey } from '@/lib/data/cipher'
import type { Db } from '@/lib/data/db'
import type { AuditActor, AuditEventType } from './events'

type Recorded = {
  type: AuditEventType
  actor: AuditActor
  application?: { id: string; county: string; key: ApplicationKey }
  county?: string
  /** only with an application, under whose key it is written */
  content?: Readonly<Record<string, unknown>>
}

/** Writes one audit row in the caller's transaction: what happened and its record stand or fall together. */
export async function recordAudit(transaction: Db, event: Recorded): Promise<void> {
  const { application, content } = event
  if (content && !application) throw new Error('an audit content needs an application, whose key hides it')
  await transaction.auditEvent.create({
    data: {
      type: event.type,
      actorKind: event.actor.kind,
      actorId: event.actor.kind === 'guardian' ? event.actor.id : null,
      applicationId: application?.id ?? null,
      county: application?.county ?? event.county ?? null,
      contentCipher: application && content ? encryptUnder(application.key, 'audit', JSON.stringify(content)) : null,
    },
    select: { id: true },
  })
}
