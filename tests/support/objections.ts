import { randomBytes } from 'node:crypto'
import type { AllocationOutcome, AllocationReason, Load } from '@/lib/rules'
import type { AdmissionResult } from '@/lib/domain/admission'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { submitApplication } from '@/lib/commands/submit-application'
import { db } from '@/lib/data/db'
import { getPublishedSeason } from '@/lib/data/seasons'
import { aResult, PUBLISHED_AT } from './admission'
import { aDraft, answer, COUNTY, later, MORNING, signedIn, type Asking } from './journey'
import { family } from './families'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'

/** A day after the publication: families read their results, and officers answer. */
export const AFTERWARDS: Now = { real: PUBLISHED_AT + 24 * 60 * 60_000, season: PUBLISHED_AT + 24 * 60 * 60_000 }

type Run = { county?: string; published?: boolean; number?: number; at?: number; loads?: (Omit<Load, 'capacity'> & { capacity?: number })[] }

/** A run of the county, with what came to its schools; its decisions are planted by family. */
export async function aRun({ county = COUNTY, published = true, number = 1, at = PUBLISHED_AT, loads = [] }: Run = {}): Promise<string> {
  const season = await getPublishedSeason(county, 2023)
  if (!season) throw new Error('no season')
  const { id } = await db().allocationRun.create({
    data: { county, year: season.year, number, seasonVersionId: season.versionId, seed: '2023', inputsHash: 'a1'.repeat(32), decisionsHash: 'b2'.repeat(32), loads: loads.map((load) => ({ capacity: 270, ...load })), createdAt: new Date(at), publishedAt: published ? new Date(at) : null },
    select: { id: true },
  })
  return id
}

type Decided = { runId: string; county?: string; outcome?: AllocationOutcome; because?: AllocationReason; schoolCode?: string | null; heldCode?: string | null; asking?: Asking; now?: Now }
export type Allocated = { actor: GuardianActor; applicationId: string; child: string }

/** A family whose submission took part in a run, which decided so; told or not. */
export async function anAllocated(walk: string, { runId, county = COUNTY, outcome = 'admitted', because = 'WITHIN_CAPACITY', schoolCode = 'YF', heldCode = null, asking, now = MORNING }: Decided): Promise<Allocated> {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber, now, undefined, county)
  await answer(actor, applicationId, 'confirm', now, asking)
  const served = await serveConfirmation({ actor, applicationId, now, read: true })
  if (!served.ok) throw new Error(served.failure.code)
  const submitted = await submitApplication({ actor, applicationId, fingerprint: served.value.confirmation.fingerprint, now: later(now, 15_000) })
  if (!submitted.ok) throw new Error(submitted.failure.code)
  const { id: submissionId } = await db().submission.findFirstOrThrow({ where: { applicationId }, select: { id: true } })
  await db().allocationDecision.create({ data: { runId, applicationId, submissionId, outcome, because, schoolCode, heldCode, rank: 1, lot: randomBytes(16).toString('hex') }, select: { runId: true } })
  return { actor, applicationId, child: child.name }
}

/** The same, and the family was told. */
export async function aTold(walk: string, decided: Decided & { at?: number }): Promise<Allocated & { result: AdmissionResult }> {
  const allocated = await anAllocated(walk, decided)
  const { county = COUNTY, outcome, because, schoolCode = 'YF', at } = decided
  return { ...allocated, result: await aResult(allocated.applicationId, { county, outcome, because, schoolCode, ...(at === undefined ? {} : { at }) }) }
}
