import 'server-only'
import { randomBytes } from 'node:crypto'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { username as usernameShape } from '@/lib/domain/staff-accounts'
import { endStaffSession, forgetDeadSessions } from '@/lib/audit/ended-sessions'
import { recordAudit } from '@/lib/audit/record'
import { recordTry, recordUnknownTry, refuseTry } from '@/lib/audit/staff-attempts'
import { forgetTries } from '@/lib/data/counted-tries'
import { db, type Transaction } from '@/lib/data/db'
import { holdTriesOfBrowser } from '@/lib/data/known-browsers'
import { countAgainst } from '@/lib/data/limits'
import { verifyPassword } from '@/lib/data/password'
import { openStaffSession, findStaffActor } from '@/lib/data/staff'
import { findCredentials, holdAccount, markSignedIn, takeCode, type Credentials } from '@/lib/data/staff-accounts'
import { countUnknown } from '@/lib/data/unknown-names'

export type SignInFailure = { code: 'SIGN_IN_WRONG' } | { code: 'SIGN_IN_LOCKED' | 'SIGN_IN_LIMIT'; waitMs: number }

type Input = {
  username: string
  password: string
  code: string
  /** whence, for the limit of one address, the session's row and the audit log */
  address: string
  agent: string
  /** the session that this browser had: a new one takes its place */
  before: string | null
  /** by which accounts' words this browser is known */
  known: readonly string[]
  /** real time, milliseconds */
  now: number
}

/**
 * Password and one-time code in one, or nothing (P6). What was wrong is never said, and a name that is nobody's takes the
 * same time and is shut as an account would be. Whoever is right while the account is shut stays outside all the same, but in a
 * browser that it was signed in to before: that one is shut by its own wrong tries alone.
 */
export async function signInStaff(input: Input): Promise<Result<{ token: string; actor: StaffActor }, SignInFailure>> {
  const limited = await countAgainst('staff-sign-in', input.address)
  if (limited !== null) return fail({ code: 'SIGN_IN_LIMIT', waitMs: limited })
  const username = usernameShape.safeParse(input.username).data ?? null
  const account = username === null ? null : await findCredentials({ username })
  const isRight = await verifyPassword(input.password, account?.passwordHash ?? null)
  return account ? enter(account, isRight, input) : refuseUnknown(input)
}

async function enter(credentials: Credentials, isRight: boolean, { code, address, agent, before, known, now }: Input) {
  const token = randomBytes(32).toString('base64url')
  const refused = await db().$transaction(async (transaction): Promise<SignInFailure | null> => {
    const account = await holdAccount(transaction, credentials.id, now)
    const browser = await holdTriesOfBrowser(transaction, account.id, known, now)
    const shutMs = browser ? browser.shutMs : account.lockedMs
    if (shutMs > 0) {
      await recordTry(transaction, account, 'locked', address)
      return refusalOf(shutMs)
    }
    const isPassword = isRight && account.passwordHash === credentials.passwordHash
    const by = isPassword && !account.isDisabled ? await takeCode(transaction, account, code, now) : null
    if (!by) return refusalOf(await refuseTry(transaction, account, account.isDisabled ? 'disabled' : isPassword ? 'code' : 'password', now, { address, browser }))
    // What others did to shut it is not undone by its owner, who came in past it.
    await markSignedIn(transaction, account.id, now, account.lockedMs === 0)
    if (browser) await forgetTries(transaction, browser)
    await replaceSession(transaction, before)
    await forgetDeadSessions(transaction, account.id, now)
    await openStaffSession(transaction, { token, staffId: account.id, address, agent, now })
    await recordAudit(transaction, { type: 'staff-signed-in', actor: { kind: 'staff', id: account.id }, county: account.county, content: { by, address } })
    return null
  })
  if (refused) return fail(refused)
  const actor = await findStaffActor(token, now)
  return actor ? succeed({ token, actor }) : fail({ code: 'SIGN_IN_WRONG' } as const)
}

async function replaceSession(transaction: Transaction, before: string | null): Promise<void> {
  const ended = before === null ? null : await endStaffSession(transaction, before)
  if (ended) await recordAudit(transaction, { type: 'staff-session-ended', actor: { kind: 'system' }, county: ended.county, content: { staffId: ended.staffId, because: 'signed in anew' } })
}

/** A name that is nobody's fails, is counted and is shut as an account is: from outside the two look alike. */
async function refuseUnknown({ username, address, now }: Input): Promise<Result<never, SignInFailure>> {
  const shutMs = await db().$transaction(async (transaction) => {
    await recordUnknownTry(transaction, username, address)
    return countUnknown(transaction, username, now)
  })
  return fail(refusalOf(shutMs))
}

function refusalOf(waitMs: number): SignInFailure {
  return waitMs > 0 ? { code: 'SIGN_IN_LOCKED', waitMs } : { code: 'SIGN_IN_WRONG' }
}
