import { APPEAL_KINDS, GROUNDS, type AppealKind } from '@/lib/rules'
import { KINSHIPS, type AppealClaim } from './appeal-claims'
import { COMPLAINTS } from './objections'

/** What waits for a reviewer: a round of an appeal, the check of a submission, or an objection to a result. */
export const CASE_KINDS = [...APPEAL_KINDS, 'MATERIAL_AUDIT', 'OBJECTION'] as const
export type CaseKind = AppealKind | 'MATERIAL_AUDIT' | 'OBJECTION'

/** What a claim is made on, where its kind has several: one of the three grounds, which grandparent, or what a family objects to. */
export const CASE_GROUNDS = [...GROUNDS, ...KINSHIPS, ...COMPLAINTS] as const
export type CaseGround = (typeof CASE_GROUNDS)[number]

export function groundOf(claim: AppealClaim): CaseGround | null {
  if (claim.kind === 'NO_VALID_MATERIALS') return claim.ground
  return claim.kind === 'GRANDPARENT_KINSHIP' ? claim.kinship : null
}

/**
 * Why a submission is checked, the strongest first, which is the one that its case names: the county places the child
 * by hand; its home is used by a family that shares nobody with it; it rests on what the desk entered; two registers differ;
 * or it was drawn by lot.
 */
export const AUDIT_REASONS = ['by-hand', 'shared-property', 'desk-facts', 'registries-differ', 'sampled'] as const
export type AuditReason = (typeof AUDIT_REASONS)[number]

/** What a reviewer says of a submission that was checked: it stands, or two administrators are asked to return it. */
export const AUDIT_OUTCOMES = ['confirmed', 'proposed-for-return'] as const
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number]

/** What a reviewer says of a round of an appeal. */
export type AppealOutcome = 'approved' | 'refused'

/** A claimed case is nobody else's for this long after it was claimed or opened last; real time. */
export const CLAIM_MS = 30 * 60 * 1000
