import type { RetentionSettings } from '@/lib/rules'
import { DAY_MS } from './shanghai-day'

/**
 * What is kept how long after a season's close (P9):
 *  - drafts: registrations that were begun and never submitted;
 *  - families: all of the season's registrations, with everything that the platform holds of their people;
 *  - registers: the departments' registers, which all counties share.
 */
export type RetentionScope = 'drafts' | 'families' | 'registers'

/** From when on each may, and has to, be erased: milliseconds of the season's clock. */
export function dueForErasure({ closesAt, retention: { draftDays, familyDays, registerDays } }: { closesAt: number; retention: RetentionSettings }): Record<RetentionScope, number> {
  return { drafts: closesAt + draftDays * DAY_MS, families: closesAt + familyDays * DAY_MS, registers: closesAt + registerDays * DAY_MS }
}

type Kept = { opensAt: number; closesAt: number; retention: RetentionSettings }

/**
 * Until when somebody who signed in and never began may have been there last, to go with a season's erasure at `at`: as long
 * ago as the season keeps a draft, and before any season opened that may be theirs and still keeps its own.
 */
export function neverBegunBefore(season: Kept, all: readonly Kept[], at: number): number {
  const keeping = all.filter((one) => at < dueForErasure(one).drafts)
  return Math.min(at - season.retention.draftDays * DAY_MS, ...keeping.map(({ opensAt }) => opensAt))
}

/** How much went; of the proof, what was searched for how many numbers. `found` is what still had one: it has to be empty. */
export type ErasureProof = { numbers: number; columns: number; objects: number; found: readonly string[] }
