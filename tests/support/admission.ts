import type { NewResult } from '@/lib/data/admission-results'
import { findResult, writeResults } from '@/lib/data/admission-results'
import { db } from '@/lib/data/db'
import { getPublishedSeason } from '@/lib/data/seasons'
import type { AdmissionResult } from '@/lib/domain/admission'
import { shanghai } from './clock'
import { COUNTY } from './journey'

/** A morning after the demonstration season's close: the county publishes its results then. */
export const PUBLISHED_AT = shanghai('2023-08-28 09:00:00.000')

/** The run that a county's results come from, planted as a published one; the season has only one. */
export async function aPublishedRun(county: string = COUNTY, at: number = PUBLISHED_AT): Promise<{ id: string; year: number }> {
  const published = await getPublishedSeason(county, 2023)
  if (!published) throw new Error('no season')
  const { year, versionId } = published
  const known = await db().allocationRun.findFirst({ where: { county, year, publishedAt: { not: null } }, select: { id: true } })
  const run = known ?? (await db().allocationRun.create({
    data: { county, year, number: 1, seasonVersionId: versionId, seed: '安义县2023年公开抽签', inputsHash: 'a1'.repeat(32), decisionsHash: 'b2'.repeat(32), loads: [], createdAt: new Date(at), publishedAt: new Date(at) },
    select: { id: true },
  }))
  return { id: run.id, year }
}

type Told = Partial<Pick<NewResult, 'outcome' | 'because' | 'schoolCode' | 'number'>> & { county?: string; at?: number }

/** What a family is told of its application; admitted within the school's seats unless something else is said. */
export async function aResult(applicationId: string, { county = COUNTY, at = PUBLISHED_AT, outcome = 'admitted', because = 'WITHIN_CAPACITY', schoolCode = 'YF', number = 1 }: Told = {}): Promise<AdmissionResult> {
  const run = await aPublishedRun(county, at)
  await db().$transaction((transaction) => writeResults(transaction, [{ applicationId, county, year: run.year, number, runId: run.id, outcome, because, schoolCode }], new Date(at)))
  const result = await findResult(db(), applicationId)
  if (!result) throw new Error('no result')
  return result
}
