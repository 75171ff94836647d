import { z } from 'zod'
import { ALLOCATION_OUTCOMES, ALLOCATION_REASONS } from '@/lib/rules'
import { word } from './list-query'

export const OUTCOMES = ALLOCATION_OUTCOMES
/** Of a run itself: what two officers decide beside it is no reason of its own. */
export const REASONS_OF_A_RUN = ALLOCATION_REASONS.filter((reason) => reason !== 'DECIDED_BY_HAND')

/** To what a run's decisions are narrowed, in the address of its page: codes and a place in the list, nobody's data. */
export const allocationQuery = z.object({
  school: word(20),
  outcome: z.enum(ALLOCATION_OUTCOMES).optional().catch(undefined),
  because: z.enum(REASONS_OF_A_RUN).optional().catch(undefined),
  /** the category's place in the table */
  rank: z.coerce.number().int().min(0).max(999).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
})
export type AllocationQuery = z.infer<typeof allocationQuery>

export function allocationQueryString(query: AllocationQuery): string {
  return new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))).toString()
}
