import 'server-only'
import { keyedDigest } from './cipher'
import { countTry, holdTries } from './counted-tries'
import type { Transaction } from './db'

/**
 * A try with a name that is no account's, judged as an account's would be: those that come at once one after the other, and
 * none counted while it is shut. Whatever the two answered differently would tell which names are accounts (P6).
 * @param now real time, milliseconds @returns for how long the name is shut now
 */
export async function countUnknown(transaction: Transaction, name: string, now: number): Promise<number> {
  const tries = await holdTries(transaction, `staff-unknown:${keyedDigest('staff-unknown', name.trim().toLowerCase())}`, now)
  return tries.shutMs > 0 ? tries.shutMs : countTry(transaction, tries, now)
}
