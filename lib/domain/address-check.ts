import type { CatchmentRow, School } from '@/lib/rules'
import { z } from 'zod'

/** As long as an address in a deed ever is. */
const LONGEST_ADDRESS = 120

export const addressQuestion = z.object({
  county: z.string().regex(/^\d{6}$/),
  year: z.coerce.number().int(),
  address: z.string().trim().min(1).max(LONGEST_ADDRESS),
})

export type CheckedRow = { row: CatchmentRow; schools: readonly School[] }

/**
 * Which row of the published table an address belongs to: one; `by-use`, one as the address of a property and another as that
 * of a household. `ambiguous` names every row that it might belong to; `unmatched` those rows whose place the address names,
 * where there are any; `elsewhere`, written as another county's, none: a road of that name here is another road.
 */
export type CheckedAddress = { address: string; status: 'matched' | 'by-use' | 'ambiguous' | 'unmatched' | 'elsewhere'; rows: readonly CheckedRow[] }
