import 'server-only'
import { lockMs, TRIES_KEPT_MS } from '@/lib/domain/staff-accounts'
import type { Transaction } from './db'

/** Wrong tries of whatever has no account's row to count them in. `shutMs`: for how long it is shut from now on. */
export type Tries = { readonly key: string; readonly failures: number; readonly shutMs: number }

/** Held until the transaction ends: those that come at once are judged one after the other. @param now real time, milliseconds */
export async function holdTries(transaction: Transaction, key: string, now: number): Promise<Tries> {
  await transaction.rateLimit.createMany({ data: [{ key }], skipDuplicates: true })
  const [row] = await transaction.$queryRaw<{ points: number; expire: Date | null }[]>`SELECT points, expire FROM rate_limits WHERE key = ${key} FOR UPDATE`
  const until = row?.expire?.getTime() ?? 0
  const failures = until > now ? (row?.points ?? 0) : 0
  return { key, failures, shutMs: Math.max(0, until - TRIES_KEPT_MS + lockMs(failures) - now) }
}

/** One more in a row, of what is not shut. @returns for how long it is shut now */
export async function countTry(transaction: Transaction, { key, failures }: Tries, now: number): Promise<number> {
  await transaction.rateLimit.update({ where: { key }, data: { points: failures + 1, expire: new Date(now + TRIES_KEPT_MS) }, select: { key: true } })
  return lockMs(failures + 1)
}

export async function forgetTries(transaction: Transaction, { key }: Tries): Promise<void> {
  await transaction.rateLimit.deleteMany({ where: { key } })
}
