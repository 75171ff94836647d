import 'server-only'
import { lockMs, TRIES_KEPT_MS } from '@/lib/domain/staff-accounts'
import { keyedDigest } from './cipher'
import type { Transaction } from './db'

/**
 * A try with a name that is no account's, judged as an account's would be: those that come at once one after the other, and
 * none counted while it is shut. Whatever the two answered differently would tell which names are accounts (P6).
 * @param now real time, milliseconds @returns for how long the name is shut now
 */
export async function countUnknown(transaction: Transaction, name: string, now: number): Promise<number> {
  const key = `staff-unknown:${keyedDigest('staff-unknown', name.trim().toLowerCase())}`
  await transaction.rateLimit.createMany({ data: [{ key }], skipDuplicates: true })
  const [row] = await transaction.$queryRaw<{ points: number; expire: Date | null }[]>`SELECT points, expire FROM rate_limits WHERE key = ${key} FOR UPDATE`
  const until = row?.expire?.getTime() ?? 0
  const failures = until > now ? (row?.points ?? 0) : 0
  const shutMs = until - TRIES_KEPT_MS + lockMs(failures) - now
  if (shutMs > 0) return shutMs
  await transaction.rateLimit.update({ where: { key }, data: { points: failures + 1, expire: new Date(now + TRIES_KEPT_MS) }, select: { key: true } })
  return lockMs(failures + 1)
}
