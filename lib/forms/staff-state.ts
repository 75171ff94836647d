import type { StaffErrorCode } from '@/lib/copy/staff/errors'

/**
 * What a staff form knows after it was posted: which code, at which field where it is about one, and what was typed, so
 * that an error costs nobody their typing. Nothing in it is secret from whoever typed it.
 */
export type StaffFormState =
  | { status: 'new' }
  | { status: 'refused'; attempt: number; code: StaffErrorCode; field: string | null; values: Record<string, string> }
  /** the session ended while the form was filled in; what was typed stays in the page, `signIn` opens beside it */
  | { status: 'expired'; attempt: number; signIn: string; values: Record<string, string> }

export const newStaffForm: StaffFormState = { status: 'new' }
