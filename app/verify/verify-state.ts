import type { Verified } from '@/lib/domain/notice-number'
import type { FieldFaults, Refusal } from '@/lib/forms/form-state'

/** What was typed, and what came of it at the last try. */
export type VerifyState = { attempt: number; values: Record<string, string>; fields?: FieldFaults; refusal?: Refusal; answer?: Verified }

export const nothingVerified: VerifyState = { attempt: 0, values: {} }
