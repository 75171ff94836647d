import 'server-only'
import type { School } from '@/lib/rules'
import type { GuardianActor } from '@/lib/domain/actor'
import type { AdmissionResult } from '@/lib/domain/admission'
import { findResult, newestResults } from './admission-results'
import { findApplication } from './applications'
import { findReasonByHand } from './by-hand-proposals'
import { db } from './db'
import { listObjections, type Objection } from './objections'
import { getPublishedSeason, type PublishedSeason } from './seasons'
import { findReceipt, type Receipt } from './submissions'

/** What was published for a child, with what one checks it by. */
export type Announcement = {
  result: AdmissionResult
  receipt: Receipt
  published: PublishedSeason
  /** null while the county still places by hand */
  school: School | null
  /** the newest that the family sent and has not taken back */
  objection: Objection | null
  /** what the officers wrote for the family, where the school was given by hand */
  reason: string | null
  run: { number: number; seed: string; inputsHash: string; decisionsHash: string }
}

/**
 * The school of each application whose result is published: its name, or null while the county still places by hand. The
 * caller gives the ids of those of which its reader may know the school.
 */
export async function announcedSchools(applicationIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const results = await newestResults(applicationIds)
  const named = await Promise.all([...results].map(async ([id, result]) => [id, (await schoolOf(result))?.name ?? null] as const))
  return new Map(named)
}

async function schoolOf({ county, year, schoolCode }: AdmissionResult): Promise<School | null> {
  const published = schoolCode === null ? null : await getPublishedSeason(county, year)
  return published?.season.schools.find(({ code }) => code === schoolCode) ?? null
}

/** Of this guardian's own submission; null before the publication, and for anybody else, without a difference. */
export async function findAnnouncement(actor: GuardianActor, applicationId: string): Promise<Announcement | null> {
  const receipt = await findReceipt(actor, applicationId)
  const result = receipt && (await findResult(db(), applicationId))
  if (!result) return null
  const application = await findApplication(actor, applicationId)
  if (!application) return null
  const [published, objections, reason, run] = await Promise.all([
    getPublishedSeason(result.county, result.year),
    listObjections(db(), actor, application),
    result.because === 'DECIDED_BY_HAND' ? findReasonByHand(db(), result.runId, application) : null,
    db().allocationRun.findUniqueOrThrow({ where: { id: result.runId }, select: { number: true, seed: true, inputsHash: true, decisionsHash: true } }),
  ])
  if (!published) return null
  return { result, receipt, published, school: published.season.schools.find(({ code }) => code === result.schoolCode) ?? null, objection: objections.find(({ status }) => status !== 'withdrawn') ?? null, reason, run }
}
