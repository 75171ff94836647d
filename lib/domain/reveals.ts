import { z } from 'zod'
import { maskCertificate, maskIdNumber, maskPhone } from './privacy'
import type { StaffRole } from './staff'

/** What staff see masked, and may have shown for a reason that is written down (P4). */
export type MaskedKind = 'id-number' | 'phone' | 'home-number'

/** A value shows to the officer who gave the reason, for this long of real time. */
export const REVEAL_MS = 5 * 60 * 1000

const SHORTEST_REASON = 4
const LONGEST_REASON = 200

/** What 「显示」 posts. `field` says which value, as a digest: never the value itself. */
export const revealInput = z.object({
  applicationId: z.uuid(),
  field: z.string().max(60),
  reason: z.string().trim().min(SHORTEST_REASON, { error: 'REVEAL_REASON' }).max(LONGEST_REASON, { error: 'REVEAL_REASON' }),
})

/** As a page gets it: `full` is null until it was asked for, and again five minutes later; `leftMs`: for how long it is not. */
export type Masked = { field: string; kind: MaskedKind; masked: string; full: string | null; leftMs: number }

/** A value as its owner would know it again, and nobody could use it. */
export function maskOf(kind: MaskedKind, value: string): string {
  if (kind === 'phone') return maskPhone(value)
  return kind === 'id-number' ? maskIdNumber(value) : maskCertificate(value)
}

/** A school rings the family up: of all numbers it may see the guardian's phone. */
export function mayReveal(role: StaffRole, kind: MaskedKind): boolean {
  return role !== 'school' || kind === 'phone'
}
