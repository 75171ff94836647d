import { z } from 'zod'
import type { StaffActor } from './actor'
import { firstPageOf, hasRight, STAFF_PAGES, type StaffRole } from './staff'

const MINUTE_MS = 60 * 1000
/** The failure in a row that shuts an account for the first time. */
const LOCKS_AT = 5

/** How long an account is shut after so many failures in a row: not at all, then 1, 2, 4 … and at most 30 minutes (P6). */
export function lockMs(failures: number): number {
  return failures < LOCKS_AT ? 0 : Math.min(30, 2 ** (failures - LOCKS_AT)) * MINUTE_MS
}

/** Wrong tries are forgotten after this long without another one: of an account as of a name that is nobody's, which cannot be kept for ever. */
export const TRIES_KEPT_MS = 24 * 60 * MINUTE_MS

/** Usernames are typed on any keyboard, in any case. */
export const username = z.string().trim().toLowerCase().regex(/^[a-z][a-z0-9-]{2,39}$/)

const PASSWORD_LENGTHS = { least: 12, most: 128 } as const
const RUNS = ['01234567890123456789', '98765432109876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn']
const WORDS = ['password', 'passw0rd', 'zhihui', 'ruxue', '智慧入学']
const RUN_LENGTH = 6
const DIFFERENT_CHARACTERS = 5

type PasswordFault = 'PASSWORD_SHORT' | 'PASSWORD_LONG' | 'PASSWORD_OBVIOUS'

/** What is wrong with a new password: its length, or that it is among the first that somebody would try. */
export function passwordFault(password: string, { username: own, name }: Pick<StaffActor, 'username' | 'name'>): PasswordFault | null {
  const characters = [...password]
  if (characters.length < PASSWORD_LENGTHS.least) return 'PASSWORD_SHORT'
  if (characters.length > PASSWORD_LENGTHS.most) return 'PASSWORD_LONG'
  const plain = password.toLowerCase()
  const has = (part: string) => part !== '' && plain.includes(part.toLowerCase())
  const hasRun = RUNS.some((run) => Array.from({ length: run.length - RUN_LENGTH + 1 }, (_, at) => run.slice(at, at + RUN_LENGTH)).some(has))
  return new Set(characters).size < DIFFERENT_CHARACTERS || hasRun || [...WORDS, own, name].some(has) ? 'PASSWORD_OBVIOUS' : null
}

/** What one session alone is shown, until it has done with it. */
export const offer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('secret'), secret: z.string() }),
  z.object({ kind: z.literal('codes'), codes: z.array(z.string()) }),
])
export type Offer = z.infer<typeof offer>

const typed = (missing: string) => z.string({ error: missing }).min(1, { error: missing }).max(200, { error: 'UNREADABLE' })

/** Whatever is wrong with what was typed at the door, the answer is the same. */
export const signInAnswers = z.object({ username: typed('SIGN_IN_MISSING'), password: typed('SIGN_IN_MISSING'), code: typed('SIGN_IN_MISSING') })

const twice = { next: typed('PASSWORD_SHORT'), again: z.string() }
const isTheSame = ({ next, again }: { next: string; again: string }) => next === again
const differ = { error: 'PASSWORDS_DIFFER', path: ['again'] }

export const firstPasswordAnswers = z.object(twice).refine(isTheSame, differ)
export const passwordAnswers = z.object({ current: typed('PASSWORD_MISSING'), ...twice }).refine(isTheSame, differ)
export const ownPasswordAnswers = z.object({ current: typed('PASSWORD_MISSING') })
export const codeAnswers = z.object({ code: typed('CODE_WRONG') })
export const nothing = z.object({})
export const accountAnswers = z.object({ staffId: z.uuid() })
export const sessionAnswers = z.object({ sessionId: z.uuid() })

/** Where somebody goes after signing in: back to the page that asked for it, if it is one of the role's own, else to the first. */
export function landingOf(role: StaffRole, to: string | null): string {
  const page = STAFF_PAGES.toSorted((one, other) => other.path.length - one.path.length).find(({ path }) => to === path || to?.startsWith(`${path}/`) || to?.startsWith(`${path}?`))
  return to !== null && (page === undefined || hasRight(role, page.right)) ? to : firstPageOf(role)
}
