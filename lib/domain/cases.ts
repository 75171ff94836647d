import { APPEAL_KINDS, type AppealKind } from '@/lib/rules'

/** What waits for a reviewer: a round of an appeal, or the check of a submission. */
export const CASE_KINDS = [...APPEAL_KINDS, 'MATERIAL_AUDIT'] as const
export type CaseKind = AppealKind | 'MATERIAL_AUDIT'

/**
 * Why a submission is checked: drawn by lot; its home is used by a family that shares nobody with it; it rests on
 * what the desk entered; two registers differ; or the county places the child by hand.
 */
export const AUDIT_REASONS = ['sampled', 'shared-property', 'desk-facts', 'registries-differ', 'by-hand'] as const
export type AuditReason = (typeof AUDIT_REASONS)[number]

/** A claimed case is nobody else's for this long after it was claimed or opened last; real time. */
export const CLAIM_MS = 30 * 60 * 1000
