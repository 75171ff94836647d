import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { countTry, type Tries } from '@/lib/data/counted-tries'
import { db, type Transaction } from '@/lib/data/db'
import { verifyPassword } from '@/lib/data/password'
import { countFailure, findCredentials, holdAccount, type Held } from '@/lib/data/staff-accounts'
import { recordAudit } from './record'

/** What was wrong with a try: for the auditor, never for whoever tries. */
export type WrongTry = 'unknown' | 'password' | 'code' | 'locked' | 'disabled'

/**
 * A wrong try of an account: counted in its row, in a browser that it is known by also with that one, and written down with it.
 * @returns for how long it is shut now, to a browser that is known by that one's own tries
 */
export async function refuseTry(transaction: Transaction, account: Held, because: WrongTry, now: number, { address, browser = null }: { address?: string; browser?: Tries | null } = {}): Promise<number> {
  // While others have shut it, a known browser's try lengthens nothing.
  const accountMs = account.lockedMs > 0 ? 0 : await countFailure(transaction, account, now)
  const browserMs = browser ? await countTry(transaction, browser, now) : 0
  await recordTry(transaction, account, because, address)
  // Where the account is shut with it, that is the event: everybody else stays outside.
  const [lockedMs, { failures }] = accountMs > 0 ? [accountMs, account] : [browserMs, browser ?? account]
  if (lockedMs > 0) await recordAudit(transaction, { type: 'staff-locked', actor: { kind: 'system' }, county: account.county, content: { staffId: account.id, failures: failures + 1, lockedMs } })
  return browser ? browserMs : accountMs
}

/** A try that is not counted: of an account that is shut. */
export async function recordTry(transaction: Transaction, account: { username: string; county?: string }, because: WrongTry, address?: string): Promise<void> {
  await recordAudit(transaction, { type: 'staff-refused', actor: { kind: 'system' }, county: account.county, content: { username: account.username, because, address } })
}

/**
 * A try with a name that is nobody's: often enough a password, typed into the wrong field. What is of no county every auditor
 * reads, so that its first letters and its length are all that is kept: enough to see which names somebody goes through.
 */
export async function recordUnknownTry(transaction: Transaction, typed: string, address: string): Promise<void> {
  const characters = [...typed]
  await recordTry(transaction, { username: `${characters.slice(0, 3).join('')}…（${characters.length} 个字符）` }, 'unknown', address)
}

export type NotOneself = { code: 'PASSWORD_WRONG'; field: 'current' } | { code: 'ACCOUNT_LOCKED'; waitMs: number }

/** Asked again before password, secret or codes change: a session that somebody else sits at is not enough. Wrong ones count as at the door. */
export async function proveOwnPassword({ staffId }: Pick<StaffActor, 'staffId'>, typed: string, now: number): Promise<Result<null, NotOneself>> {
  const credentials = await findCredentials({ id: staffId })
  const isRight = await verifyPassword(typed, credentials?.passwordHash ?? null)
  return db().$transaction(async (transaction) => {
    const account = await holdAccount(transaction, staffId, now)
    if (account.lockedMs > 0) return fail({ code: 'ACCOUNT_LOCKED', waitMs: account.lockedMs })
    if (isRight && account.passwordHash === credentials?.passwordHash) return succeed(null)
    const waitMs = await refuseTry(transaction, account, 'password', now)
    return waitMs > 0 ? fail({ code: 'ACCOUNT_LOCKED', waitMs }) : fail({ code: 'PASSWORD_WRONG', field: 'current' })
  })
}
