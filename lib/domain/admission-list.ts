import { z } from 'zod'
import { ALLOCATION_OUTCOMES, type AllocationOutcome } from '@/lib/rules'
import { LONGEST_SEARCH } from './applicants'
import { near, word } from './list-query'
import type { ListingDetail } from './listing'

/** A child of a school's list of admitted, as its result and its line of the county's lists have it. */
export type Admission = {
  readonly applicationId: string
  readonly outcome: AllocationOutcome
  readonly admissionNumber: string
  readonly category: string | null
  readonly detail: ListingDetail
}

/** What the list is narrowed to, as the address has it; `q` stands for what was searched for, and `last` for the child behind whom a page goes on. */
export const admissionQuery = z.object({ q: word(600), near, category: word(20), outcome: z.enum(ALLOCATION_OUTCOMES).optional().catch(undefined), last: z.uuid().optional().catch(undefined) })
export type AdmissionQuery = z.infer<typeof admissionQuery>

const A_PAGE = 100

export type AdmissionPage = { shown: readonly Admission[]; /** the place of the first of them in the whole list, from one */ from: number; next: string | null }

/** The part of a list that goes on behind a child; the first where that child is not in it any more. */
export function pageOfAdmissions(all: readonly Admission[], last: string | undefined): AdmissionPage {
  const from = all.findIndex(({ applicationId }) => applicationId === last) + 1
  const shown = all.slice(from, from + A_PAGE)
  return { shown, from: from + 1, next: from + A_PAGE < all.length ? (shown.at(-1)?.applicationId ?? null) : null }
}

export const admissionSearch = z.object({
  text: z.string().trim().max(LONGEST_SEARCH, { error: 'SEARCH_TOO_LONG' }),
  ...admissionQuery.pick({ category: true, outcome: true }).shape,
})
