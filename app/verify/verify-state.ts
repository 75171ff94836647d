import type { Verified } from '@/lib/domain/notice-number'
import type { FaultsInWords } from '@/lib/copy/errors'
import type { RefusalInWords } from '@/lib/forms/form-state'

/** What was typed, and what came of it at the last try. */
export type VerifyState = { attempt: number; values: Record<string, string>; fields?: FaultsInWords; refusal?: RefusalInWords; answer?: Verified }

export const nothingVerified: VerifyState = { attempt: 0, values: {} }
