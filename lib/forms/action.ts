import 'server-only'
import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { findGuardian, requestNow } from '@/lib/auth/require-guardian'
import { isFieldCode, type ErrorCode } from '@/lib/copy/errors'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import type { Result } from '@/lib/domain/result'
import { paths } from '@/lib/paths'
import { refuseForged, typedOf } from './posted-form'
import { attemptOf, type FieldFaults, type FormState, type Refusal } from './form-state'
import { faultsInWords, refusalInWords } from './in-words'

type Given<Input> = { actor: GuardianActor; input: Input; now: Now }
/**
 * Where to go after a success, what to say of a refusal, or which field is wrong for a reason that only the command can
 * see; a refusal may also lead elsewhere.
 */
type Outcome = { to: string } | { refused: Refusal } | { invalid: FieldFaults }

async function authenticate(): Promise<{ actor: GuardianActor | null; now: Now }> {
  // The clock first: a request counts as of its arrival.
  const now = await requestNow()
  return { actor: await findGuardian(), now }
}

function signInAgain(back: string): string {
  return `${paths.signIn}?expired=1&to=${encodeURIComponent(back)}`
}

/** Whether the browser's script posted the form, so that the page with what was typed is still there. */
async function isPostedByScript(): Promise<boolean> {
  return (await headers()).has('next-action')
}

/** On to another page after something was done. The masthead stands over every page and counts messages: it is made anew too. */
function leave(to: string): never {
  refresh()
  redirect(to)
}

/**
 * On, or back to a place within the page that the form stands on. To the router an address that differs by its hash alone
 * is no other one: with script the page is made anew where it is, and stays where it was scrolled to.
 */
async function arrive(to: string, page: string): Promise<void> {
  if (to.startsWith(`${page}#`) && (await isPostedByScript())) return refresh()
  leave(to)
}

/**
 * A form that shows its own faults: authenticate → parse → run → translate, always in this order. Expected failures are
 * values; whatever is thrown is a bug and reaches the error page. Whose session has ended keeps what was typed, where the
 * browser can keep it.
 * @param page where the form stands: whoever has to sign in again comes back there
 */
export function guardianAction<Schema extends z.ZodType>(schema: Schema, page: string | ((form: FormData) => string), run: (given: Given<z.output<Schema>>) => Promise<Outcome>) {
  return async (state: FormState, form: FormData): Promise<FormState> => {
    refuseForged(form, state)
    const { actor, now } = await authenticate()
    const typed = typedOf(form)
    const attempt = attemptOf(state) + 1
    if (!actor) {
      const signIn = signInAgain(typeof page === 'string' ? page : page(form))
      return (await isPostedByScript()) ? { status: 'expired', attempt, signIn, values: typed } : redirect(signIn)
    }
    const parsed = schema.safeParse(typed)
    if (!parsed.success) {
      const fields: FieldFaults = {}
      for (const issue of parsed.error.issues) {
        const field = String(issue.path.at(-1) ?? '')
        if (isFieldCode(issue.message)) fields[field] ??= issue.message
      }
      return { status: 'invalid', attempt, fields: faultsInWords(fields), values: typed }
    }
    const outcome = await run({ actor, input: parsed.data, now })
    if ('invalid' in outcome) return { status: 'invalid', attempt, fields: faultsInWords(outcome.invalid), values: typed }
    return 'to' in outcome ? leave(outcome.to) : { status: 'refused', attempt, refusal: refusalInWords(outcome.refused), values: typed }
  }
}

/**
 * A form of one button, or of choices that are shown again by the page itself: post, then redirect. What went wrong travels
 * as a code in the address; no personal data does.
 */
export function guardianPost<Schema extends z.ZodType, Value, Failure extends { code: ErrorCode }>(
  schema: Schema,
  page: (form: FormData) => string,
  run: (given: Given<z.output<Schema>>) => Promise<Result<Value, Failure>>,
  then: (value: Value, input: z.output<Schema>) => string,
  otherwise: (failure: Failure, input: z.output<Schema>) => string | null = () => null,
) {
  return async (form: FormData): Promise<void> => {
    refuseForged(form)
    const back = page(form)
    const { actor, now } = await authenticate()
    if (!actor) redirect(signInAgain(back))
    const parsed = schema.safeParse(typedOf(form))
    if (!parsed.success) redirect(`${back}?fault=${encodeURIComponent(parsed.error.issues[0]?.message ?? 'unreadable')}`)
    const result = await run({ actor, input: parsed.data, now })
    if (result.ok) return arrive(then(result.value, parsed.data), back)
    redirect(otherwise(result.failure, parsed.data) ?? `${back}?fault=${result.failure.code}`)
  }
}
