import type { AgeFault } from '@/lib/domain/age'
import type { ErrorCode, FieldCode } from '@/lib/copy/errors'

/** What a refusal says beyond its code; nothing in it is secret from the person who typed it. */
export type Refusal = { code: ErrorCode; age?: AgeFault; waitMs?: number }

/**
 * What a form knows after it was posted. `values` gives back what was typed, so that an error costs nobody their typing,
 * with JavaScript off too.
 */
export type FormState =
  | { status: 'new' }
  | { status: 'invalid'; attempt: number; fields: Partial<Record<string, FieldCode>>; values: Record<string, string> }
  | { status: 'refused'; attempt: number; refusal: Refusal; values: Record<string, string> }

export const newForm: FormState = { status: 'new' }

export function attemptOf(state: FormState): number {
  return state.status === 'new' ? 0 : state.attempt
}
