import 'server-only'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { objectionUntil, type AdmissionResult } from '@/lib/domain/admission'
import type { GuardianActor } from '@/lib/domain/actor'
import { requestNow, requireGuardian } from '@/lib/auth/require-guardian'
import { findResult } from '@/lib/data/admission-results'
import { childAs, findApplication } from '@/lib/data/applications'
import { db } from '@/lib/data/db'
import { listObjections, type Objection } from '@/lib/data/objections'
import { getPublishedSeason, type PublishedSeason } from '@/lib/data/seasons'
import { paths } from '@/lib/paths'

export type OpenObjection = {
  actor: GuardianActor
  applicationId: string
  child: string
  published: PublishedSeason
  result: AdmissionResult
  /** the first instant that is too late, and whether it has come */
  until: number
  late: boolean
  /** what the family has sent and not taken back, the newest first */
  objections: readonly Objection[]
}

/** The guardian's own application with the result that is published. Before the publication there is nothing to object to: no such page. */
export async function openObjection(applicationId: string): Promise<OpenObjection> {
  const actor = await requireGuardian(paths.objection(applicationId))
  const application = z.uuid().safeParse(applicationId).success ? await findApplication(actor, applicationId) : null
  const result = application && (await findResult(db(), applicationId))
  const published = application && (await getPublishedSeason(application.county, application.year))
  if (!application || !result || !published) notFound()
  const [now, objections] = await Promise.all([requestNow(), listObjections(db(), actor, application)])
  const until = objectionUntil(result, published.season.settings)
  return {
    actor, applicationId, child: childAs(application, actor.idNumber), published, result, until,
    late: now.season >= until,
    objections: objections.filter(({ status }) => status !== 'withdrawn'),
  }
}
