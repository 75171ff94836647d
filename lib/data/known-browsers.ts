import 'server-only'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { KNOWN_BROWSER_MS } from '@/lib/domain/staff'
import { keyedDigest } from './cipher'
import { holdTries, type Tries } from './counted-tries'
import type { Transaction } from './db'

/**
 * Whoever knows a username could keep its owner out by wrong tries. So a browser in which an account was signed in to carries a
 * word of that account under our key, and its tries are counted by themselves: nobody else's shut it. It opens nothing; its own
 * fifth wrong try shuts it as any other, and is the account's as well.
 */
export function newKnownBrowser(staffId: string, now: number): string {
  const [since, nonce] = [now.toString(36), randomBytes(16).toString('base64url')]
  return [since, nonce, wordOf(staffId, since, nonce)].join('.')
}

function wordOf(staffId: string, since: string, nonce: string): string {
  return keyedDigest('staff-browser', `${staffId}.${since}.${nonce}`)
}

/** The tries of the browser that the account was signed in to before, if this is one. @param carried what the browser brought, of whatever account */
export async function holdTriesOfBrowser(transaction: Transaction, staffId: string, carried: readonly string[], now: number): Promise<Tries | null> {
  for (const one of carried) {
    const [since = '', nonce = '', word = ''] = one.split('.')
    const [given, right] = [Buffer.from(word), Buffer.from(wordOf(staffId, since, nonce))]
    const isOurs = given.length === right.length && timingSafeEqual(given, right)
    if (isOurs && now - Number.parseInt(since, 36) < KNOWN_BROWSER_MS) return holdTries(transaction, `${keyOf(staffId)}${word}`, now)
  }
  return null
}

/** Of every browser that the account is known by: when somebody lets its owner try again. */
export async function forgetTriesOfBrowsers(transaction: Transaction, staffId: string): Promise<void> {
  await transaction.rateLimit.deleteMany({ where: { key: { startsWith: keyOf(staffId) } } })
}

function keyOf(staffId: string): string {
  return `staff-browser:${staffId}:`
}
