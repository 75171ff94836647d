import 'server-only'
import type { GuardianActor, StaffActor } from '@/lib/domain/actor'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { findApplicationOfCounty, type Application } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { findGuardian } from '@/lib/data/guardians'
import { getPublishedSeason, type PublishedSeason } from '@/lib/data/seasons'

export type OpenedFamily = { application: Application; guardian: GuardianActor; published: PublishedSeason }

/** A family of the officer's own county, opened at the desk; that it was is written down. Null for another county's: it is not there at all. */
export async function openFamily({ actor, applicationId }: { actor: StaffActor; applicationId: string }): Promise<OpenedFamily | null> {
  const application = await findApplicationOfCounty(actor, applicationId)
  const published = application && (await getPublishedSeason(application.county, application.year))
  if (!published) return null
  await recordAudit(db(), { type: 'application-opened', actor: auditedAs(actor), application, content: { at: 'desk' } })
  return { application, published, guardian: await findGuardian(application.guardianId) }
}
