import type { Right } from '@/lib/domain/staff'

/** What somebody owns that others might ask for. */
export const OBJECTS = ['application', 'submission', 'appeal', 'material', 'case', 'proposal', 'deskProposal', 'scan', 'deskDraft', 'staff', 'session', 'event', 'assistance', 'completion', 'message', 'result', 'run', 'objection', 'byHand', 'upload', 'seasonDraft', 'simulation', 'publication', 'seasonProposal'] as const
export type Kind = (typeof OBJECTS)[number]

export type Reach =
  /** everybody, signed in or not */
  | { for: 'everybody' }
  /** guardians; of an object only the one whose it is */
  | { for: 'guardian'; of?: Kind }
  /** staff with the right; of an object only of their own county, or of their own school */
  | { for: 'staff'; right: Right; of?: Kind }
  /** is not opened by a person: what it does is tested where it is told */
  | { for: 'nobody'; because: string }

export const guardians = (of?: Kind): Reach => ({ for: 'guardian', of })
export const staff = (right: Right, of?: Kind): Reach => ({ for: 'staff', right, of })

export const POSTED: Reach = { for: 'nobody', because: 'POST: in matrix.ts' }
