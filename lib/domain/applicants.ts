import { z } from 'zod'
import type { Basis } from '@/lib/rules'
import { cursor, near, word } from './list-query'
import { searchable, type ListingDetail } from './listing'
import { maskNumbers } from './privacy'
import type { StandingBeforeResult } from './standing'
import type { Status } from './status'

/** How a school's list divides its applicants; a draft with an appeal that waits is the county's move, any other the family's. */
export const APPLICANT_STATES = ['submitted', 'returned', 'waiting', 'filling'] as const
export type ApplicantState = (typeof APPLICANT_STATES)[number]

/** The statuses behind the states: whoever withdrew is no applicant. */
export const APPLICANT_STATUS = { submitted: 'submitted', returned: 'returned', waiting: 'draft', filling: 'draft' } as const satisfies Record<ApplicantState, Status>

/** Whose applicants: of one school, in one county and year. */
export type SchoolScope = { readonly county: string; readonly year: number; readonly schoolCode: string }

/** One line of a school's list. */
export type Applicant = {
  readonly applicationId: string
  readonly state: ApplicantState
  readonly basis: Basis | null
  readonly category: string | null
  readonly catchmentRow: string | null
  readonly receiptNumber: string | null
  readonly submittedAt: number | null
  readonly seasonVersionId: string | null
  readonly changedAt: number
  readonly detail: ListingDetail
}

export type StateCounts = Readonly<Record<ApplicantState, number>>

export function totalOf(counts: StateCounts): number {
  return APPLICANT_STATES.reduce((sum, state) => sum + counts[state], 0)
}

/** What a list of applicants is narrowed to, as the address has it. `q` stands for what was searched for; it is never that itself. */
export const applicantQuery = z.object({
  q: word(600),
  near,
  state: z.enum(APPLICANT_STATES).optional().catch(undefined),
  category: word(20),
  row: word(40),
  after: cursor,
})
export type ApplicantQuery = z.infer<typeof applicantQuery>

export const LONGEST_SEARCH = 40

/** What the form above the list posts; an empty choice is none. */
export const applicantSearch = z.object({
  text: z.string().trim().max(LONGEST_SEARCH, { error: 'SEARCH_TOO_LONG' }),
  ...applicantQuery.pick({ state: true, category: true, row: true }).shape,
})

/** Where an applicant stands, for whoever answers the phone. What was sent back can be mended until the close; after it, what was submitted holds. */
export type ApplicantStanding = StandingBeforeResult | { code: 'submitted' } | { code: 'returned' } | { code: 'announced'; /** by this school: another one's a clerk is not told */ here: boolean }

/** What was searched for as the audit log has it: under no family's key, so that no whole number stands in it. */
export function textOnRecord(text: string): string {
  return maskNumbers(searchable(text))
}
