import type { AgeFault } from '@/lib/domain/age'
import type { ErrorCode, FaultsInWords, FieldCode } from '@/lib/copy/errors'

/** What a refusal says beyond its code; nothing in it is secret from the person who typed it. */
export type Refusal = { code: ErrorCode; age?: AgeFault; waitMs?: number }

/** What is wrong with which field. */
export type FieldFaults = Partial<Record<string, FieldCode>>

/** A refusal in words, which the server finds: all that could be said would weigh more than the form (S5). */
export type RefusalInWords = { title: string; text: string; age?: AgeFault; waitMs?: number }

/**
 * What a form knows after it was posted. `values` gives back what was typed, so that an error costs nobody their typing,
 * with JavaScript off too. `expired`: the session ended while the form was filled in; `signIn` leads to a new one.
 */
export type FormState =
  | { status: 'new' }
  | { status: 'invalid'; attempt: number; fields: FaultsInWords; values: Record<string, string> }
  | { status: 'refused'; attempt: number; refusal: RefusalInWords; values: Record<string, string> }
  | { status: 'expired'; attempt: number; signIn: string; values: Record<string, string> }

export const newForm: FormState = { status: 'new' }

export function attemptOf(state: FormState): number {
  return state.status === 'new' ? 0 : state.attempt
}
