import 'server-only'
import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { z } from 'zod'
import { requestNow } from '@/lib/auth/require-guardian'
import { findStaff } from '@/lib/auth/require-staff'
import { isStaffErrorCode, type StaffErrorCode } from '@/lib/copy/staff/errors'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { succeed, type Result } from '@/lib/domain/result'
import { hasRight, type Right } from '@/lib/domain/staff'
import { paths } from '@/lib/paths'
import { refuseForged } from './posted-form'
import { typedOf, type StaffAnswerState, type StaffFault, type StaffFormState } from './staff-state'

type Given<Input> = { actor: StaffActor; input: Input; now: Now }
type Failure = { code: StaffErrorCode; field?: string; waitMs?: number; /** every one, where there are several */ faults?: readonly StaffFault[] }

/** Who posts, if it is somebody with this right: an officer without it posts to an address that does not exist. */
async function authenticate(right: Right): Promise<{ actor: StaffActor | null; now: Now }> {
  const now = await requestNow()
  const actor = await findStaff()
  if (actor?.due && right !== 'account') redirect(paths.staffSetUp)
  if (actor && !hasRight(actor.role, right)) notFound()
  return { actor, now }
}

/** The same name several times is a list: ticks. No keyboard types a NUL, and no column of the database holds one. */
function inputOf(form: FormData): Record<string, string | string[]> {
  const input: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).flatMap((value) => (typeof value === 'string' ? value.replaceAll('\0', '') : []))
    if (!name.startsWith('$')) input[name] = name.endsWith('[]') ? values : (values[0] ?? '')
  }
  return input
}

/** One a field: what is mended first may well mend the second. */
function faultsOf(error: z.ZodError): StaffFault[] {
  const all = error.issues.map(({ message, path }): StaffFault => ({ code: isStaffErrorCode(message) ? message : 'UNREADABLE', field: path.map(String).at(0) ?? null }))
  return all.filter(({ field }, index) => all.findIndex((one) => one.field === field) === index)
}

function refusedFor(faults: readonly StaffFault[]): StaffFault & { faults: readonly StaffFault[] } {
  const [first = { code: 'UNREADABLE' as const, field: null }] = faults
  return { ...first, faults }
}

function signInAgain(back: string): string {
  return `${paths.staffSignIn}?expired=1&to=${encodeURIComponent(back)}`
}

/**
 * A form that shows its own faults: authenticate → parse → run → translate, always in this order; of the table's rights
 * `right` is needed. Schema messages are codes of `lib/copy/staff/errors`.
 * @param then where to go after a success
 */
export function staffAction<Schema extends z.ZodType, Value>(
  right: Right,
  schema: Schema,
  page: (form: FormData) => string,
  run: (given: Given<z.output<Schema>>) => Promise<Result<Value, Failure>>,
  then: (value: Value, input: z.output<Schema>) => string,
) {
  const ask = staffQuestion(right, schema, page, async (given) => {
    const result = await run(given)
    return result.ok ? succeed({ value: result.value, input: given.input }) : result
  })
  return async (state: StaffFormState, form: FormData): Promise<StaffFormState> => {
    const answered = await ask(state, form)
    if (answered.status !== 'answered') return answered
    refresh()
    redirect(then(answered.answer.value, answered.answer.input))
  }
}

/** The same for a question whose answer stands on the page itself, because nothing of it may stand in an address: a search for people. */
export function staffQuestion<Schema extends z.ZodType, Answer>(
  right: Right,
  schema: Schema,
  page: (form: FormData) => string,
  run: (given: Given<z.output<Schema>>) => Promise<Result<Answer, Failure>>,
) {
  return async (state: StaffAnswerState<Answer>, form: FormData): Promise<StaffAnswerState<Answer>> => {
    refuseForged(form, state)
    const { actor, now } = await authenticate(right)
    const attempt = state.status === 'new' ? 1 : state.attempt + 1
    const values = typedOf(form)
    if (!actor) {
      const signIn = signInAgain(page(form))
      return (await headers()).has('next-action') ? { status: 'expired', attempt, signIn, values } : redirect(signIn)
    }
    const parsed = schema.safeParse(inputOf(form))
    if (!parsed.success) return { status: 'refused', attempt, values, ...refusedFor(faultsOf(parsed.error)) }
    const result = await run({ actor, input: parsed.data, now })
    if (!result.ok) return { status: 'refused', attempt, values, ...refusedFor(result.failure.faults ?? [{ code: result.failure.code, field: result.failure.field ?? null }]), waitMs: result.failure.waitMs }
    return { status: 'answered', attempt, values, answer: result.value }
  }
}

/** A form of buttons: post, then redirect. What went wrong travels as a code in the address (`?fault=`); no personal data does. */
export function staffPost<Schema extends z.ZodType, Value>(
  right: Right,
  schema: Schema,
  page: (form: FormData) => string,
  run: (given: Given<z.output<Schema>>) => Promise<Result<Value, Failure>>,
  then: (value: Value, input: z.output<Schema>) => string,
) {
  return async (form: FormData): Promise<void> => {
    refuseForged(form)
    const back = page(form)
    const { actor, now } = await authenticate(right)
    if (!actor) redirect(signInAgain(back))
    const parsed = schema.safeParse(inputOf(form))
    const result = parsed.success ? await run({ actor, input: parsed.data, now }) : null
    if (parsed.success && result?.ok) {
      refresh()
      redirect(then(result.value, parsed.data))
    }
    const code = parsed.success ? (result && !result.ok ? result.failure.code : 'UNREADABLE') : refusedFor(faultsOf(parsed.error)).code
    redirect(`${back}${back.includes('?') ? '&' : '?'}fault=${code}`)
  }
}
