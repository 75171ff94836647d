import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { listCompletableOf, type Completable } from '@/lib/data/completions'
import { db } from '@/lib/data/db'

type Input = { actor: StaffActor; applicationId: string; now: Now }

/** A registration of the officer's county that can be completed; that it was opened is written down. Null where there is no such one. */
export async function openCompletion({ actor, applicationId, now }: Input): Promise<Completable | null> {
  const [found] = await listCompletableOf(db(), actor.county, now.season, applicationId)
  if (!found) return null
  await recordAudit(db(), { type: 'application-opened', actor: auditedAs(actor), application: found.application, content: { to: 'complete' } })
  return found
}
