import 'server-only'
import type { School } from '@/lib/rules'
import type { GuardianActor } from '@/lib/domain/actor'
import type { AdmissionResult } from '@/lib/domain/admission'
import { findResult } from './admission-results'
import { db } from './db'
import { getPublishedSeason, type PublishedSeason } from './seasons'
import { findReceipt, type Receipt } from './submissions'

/** What was published for a child, with what one checks it by. */
export type Announcement = {
  result: AdmissionResult
  receipt: Receipt
  published: PublishedSeason
  /** null while the county still places by hand */
  school: School | null
  run: { number: number; seed: string; inputsHash: string; decisionsHash: string }
}

/** Of this guardian's own submission; null before the publication, and for anybody else, without a difference. */
export async function findAnnouncement(actor: GuardianActor, applicationId: string): Promise<Announcement | null> {
  const receipt = await findReceipt(actor, applicationId)
  const result = receipt && (await findResult(db(), applicationId))
  if (!result) return null
  const [published, run] = await Promise.all([
    getPublishedSeason(result.county, result.year),
    db().allocationRun.findUniqueOrThrow({ where: { id: result.runId }, select: { number: true, seed: true, inputsHash: true, decisionsHash: true } }),
  ])
  if (!published) return null
  return { result, receipt, published, school: published.season.schools.find(({ code }) => code === result.schoolCode) ?? null, run }
}
