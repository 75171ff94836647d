import { ALLOCATION_OUTCOMES, ALLOCATION_REASONS } from '@/lib/rules'
import { z } from 'zod'
import { crockford } from './receipt'
import { DAY_MS, shanghaiDay, shanghaiMidnight } from './shanghai-day'

/** How the season's allocation ended for one child, as the family is told. Exists from the publication on. */
export type AdmissionResult = {
  id: string
  applicationId: string
  county: string
  year: number
  /** 1 for what was published; a later decision by hand replaces it with the next */
  number: number
  runId: string
  outcome: z.infer<typeof allocationOutcome>
  because: z.infer<typeof allocationReason>
  /** null while the county still places by hand */
  schoolCode: string | null
  /** of the notice of admission; null without a school */
  admissionNumber: string | null
  checkCode: string | null
  /** milliseconds of the season's clock */
  publishedAt: number
}

export const allocationOutcome = z.enum(ALLOCATION_OUTCOMES)
export const allocationReason = z.enum(ALLOCATION_REASONS)

/**
 * L3601232023-7F3K-9QXM: like a receipt's number, and never to be taken for one. Tells neither rank nor order.
 * @param random at least 8 random bytes
 */
export function admissionNumber(county: string, year: number, random: Uint8Array): string {
  const code = crockford(random, 8)
  return `L${county}${year}-${code.slice(0, 4)}-${code.slice(4)}`
}

/**
 * The instant at which one can no longer object to a result (exclusive): the season's days are whole ones after the day of its
 * publication, and a later result has its own.
 */
export function objectionUntil({ publishedAt }: Pick<AdmissionResult, 'publishedAt'>, { announcement }: { announcement: { objectionDays: number } }): number {
  return shanghaiMidnight(shanghaiDay(publishedAt)) + (announcement.objectionDays + 1) * DAY_MS
}

/**
 * `override-allocation`: the run that it stands beside and what the family had been told then, the school, whether a seat
 * beyond its capacity is meant, and why, for the officers and for the family.
 */
export const overrideAllocationContent = z.object({
  schemaVersion: z.literal(1),
  runId: z.uuid(),
  /** null where nothing was published yet */
  resultId: z.uuid().nullable(),
  schoolCode: z.string(),
  overCapacity: z.boolean(),
  reason: z.string(),
})
export type OverrideAllocationContent = z.infer<typeof overrideAllocationContent>
