import type { StaffErrorCode } from '@/lib/copy/staff/errors'

/** What is wrong, and at which field; of the form as a whole null. */
export type StaffFault = { code: StaffErrorCode; field: string | null }

/**
 * What a staff form knows after it was posted: which code, at which field where it is about one, and what was typed, so
 * that an error costs nobody their typing. Nothing in it is secret from whoever typed it.
 */
export type StaffFormState =
  | { status: 'new' }
  | { status: 'refused'; attempt: number; code: StaffErrorCode; field: string | null; /** every fault, one a field, in the order of the form; `code` and `field` are the first one's */ faults?: readonly StaffFault[]; waitMs?: number; values: Record<string, string> }
  /** the session ended while the form was filled in; what was typed stays in the page, `signIn` opens beside it */
  | { status: 'expired'; attempt: number; signIn: string; values: Record<string, string> }

/** A form whose answer stands on its own page: it may hold what no address may. */
export type StaffAnswerState<Answer> = StaffFormState | { status: 'answered'; attempt: number; values: Record<string, string>; answer: Answer }

export const newStaffForm: StaffFormState = { status: 'new' }

/** What is typed into these is never given back, nor kept in a page: passwords and one-time codes. */
const SECRET_FIELDS: ReadonlySet<string> = new Set(['password', 'current', 'next', 'again', 'code'])

/** What was typed, to be given back: no secret, and nothing of the framework's own; of ticks what was ticked, with spaces between. */
export function typedOf(form: FormData): Record<string, string> {
  const typed = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$') && !SECRET_FIELDS.has(entry[0]))
  return Object.fromEntries([...Map.groupBy(typed, ([name]) => name)].map(([name, entries]) => [name, name.endsWith('[]') ? entries.map(([, value]) => value).join(' ') : (entries.at(-1)?.[1] ?? '')]))
}
