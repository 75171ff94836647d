import { z } from 'zod'
import { ALLOCATION_OUTCOMES, type AllocationOutcome } from '@/lib/rules'
import { LONGEST_SEARCH } from './applicants'
import { word } from './list-query'
import type { ListingDetail } from './listing'

/** A child of a school's list of admitted, as its result and its line of the county's lists have it. */
export type Admission = {
  readonly applicationId: string
  readonly outcome: AllocationOutcome
  readonly admissionNumber: string
  readonly category: string | null
  readonly detail: ListingDetail
}

/** What the list is narrowed to, as the address has it; `q` stands for what was searched for. */
export const admissionQuery = z.object({ q: word(600), category: word(20), outcome: z.enum(ALLOCATION_OUTCOMES).optional().catch(undefined) })
export type AdmissionQuery = z.infer<typeof admissionQuery>

export const admissionSearch = z.object({
  text: z.string().trim().max(LONGEST_SEARCH, { error: 'SEARCH_TOO_LONG' }),
  ...admissionQuery.pick({ category: true, outcome: true }).shape,
})
