import 'server-only'
import { lockMs, TRIES_KEPT_MS } from '@/lib/domain/staff-accounts'
import { decrypt, encrypt } from './cipher'
import { db, type Transaction } from './db'
import { newRecoveryCodes, recoveryHash, stepOf } from './one-time-code'
import type { Prisma } from './generated/client'

const TOTP_PURPOSE = 'staff.totp'

export function sealSecret(secret: string): string {
  return encrypt(TOTP_PURPOSE, secret)
}

export function openSecret(totpCipher: string): string {
  return decrypt(TOTP_PURPOSE, totpCipher)
}

const credentialColumns = { id: true, county: true, username: true, passwordHash: true, totpCipher: true } as const satisfies Prisma.StaffAccountSelect
export type Credentials = Prisma.StaffAccountGetPayload<{ select: typeof credentialColumns }>

/** What a try is checked against; null for a name that is no account's. */
export async function findCredentials(where: { username: string } | { id: string }): Promise<Credentials | null> {
  return db().staffAccount.findUnique({ where, select: credentialColumns })
}

/** An account's own row, held until the transaction ends: tries that come at once are judged one after the other. */
export type Held = Credentials & { readonly failures: number; readonly isDisabled: boolean; readonly lockedMs: number }

/** @param now real time, milliseconds */
export async function holdAccount(transaction: Transaction, id: string, now: number): Promise<Held> {
  await transaction.$queryRaw`SELECT id FROM staff_accounts WHERE id = ${id}::uuid FOR UPDATE`
  const { failures, failedAt, disabledAt, lockedUntil, ...credentials } = await transaction.staffAccount.findUniqueOrThrow({ where: { id }, select: { ...credentialColumns, failures: true, failedAt: true, disabledAt: true, lockedUntil: true } })
  const isForgotten = failedAt !== null && now >= failedAt.getTime() + TRIES_KEPT_MS
  return { ...credentials, failures: isForgotten ? 0 : failures, isDisabled: disabledAt !== null, lockedMs: Math.max(0, (lockedUntil?.getTime() ?? 0) - now) }
}

/** A code of the authenticator, of a period after every one that was taken, or a recovery code that was not used yet. Each is taken once. */
export async function takeCode(transaction: Transaction, { id, totpCipher }: Held, code: string, now: number): Promise<'totp' | 'recovery' | null> {
  const step = stepOf(openSecret(totpCipher), code, now)
  if (step !== null) {
    const taken = await transaction.staffAccount.updateMany({ where: { id, totpStep: { lt: step } }, data: { totpStep: step } })
    return taken.count === 1 ? 'totp' : null
  }
  const used = await transaction.staffRecoveryCode.updateMany({ where: { codeHash: recoveryHash(code), staffId: id, usedAt: null }, data: { usedAt: new Date(now) } })
  return used.count === 1 ? 'recovery' : null
}

/** One more failure in a row. @returns for how long the account is shut now */
export async function countFailure(transaction: Transaction, { id, failures }: Held, now: number): Promise<number> {
  const ms = lockMs(failures + 1)
  await transaction.staffAccount.update({ where: { id }, data: { failures: failures + 1, failedAt: new Date(now), lockedUntil: ms > 0 ? new Date(now + ms) : null }, select: { id: true } })
  return ms
}

/** @param forgets whether the account's wrong tries are forgotten with it */
export async function markSignedIn(transaction: Transaction, id: string, now: number, forgets: boolean): Promise<void> {
  await transaction.staffAccount.update({ where: { id }, data: { ...(forgets ? { failures: 0, lockedUntil: null } : {}), lastSignedInAt: new Date(now) }, select: { id: true } })
}

/** Ten new ones instead of whatever there was. @returns them in clear, for the person alone */
export async function replaceRecoveryCodes(transaction: Transaction, staffId: string): Promise<string[]> {
  const codes = newRecoveryCodes()
  await transaction.staffRecoveryCode.deleteMany({ where: { staffId } })
  await transaction.staffRecoveryCode.createMany({ data: codes.map((code) => ({ codeHash: recoveryHash(code), staffId })) })
  return codes
}

export async function countRecoveryCodes(staffId: string): Promise<number> {
  return db().staffRecoveryCode.count({ where: { staffId, usedAt: null } })
}
