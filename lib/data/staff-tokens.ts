import 'server-only'
import { STAFF_GRACE_MS, STAFF_LONGEST_MS, STAFF_ROTATE_MS } from '@/lib/domain/staff'
import { keyedDigest, plainHash } from './cipher'
import { db, type Db } from './db'

/**
 * A session of staff changes its token every so often. The next token is worked out from the one before under our key: an
 * answer that was lost on the way can so be given again, and of any token it can be told which session it once was of,
 * without a list of old ones. Nobody without the key gets from one to the next.
 */
function successorOf(token: string): string {
  return keyedDigest('staff-token', token)
}

/** More tokens than these no session lives through. */
const GENERATIONS = Math.ceil(STAFF_LONGEST_MS / STAFF_ROTATE_MS)

/** `replaced`: how many tokens have taken this one's place since. */
export type OfToken = { readonly id: string; readonly replaced: number; readonly tokenAt: number; readonly tokenAddress: string | null; readonly tokenSeenAt: number | null }

/** The session that a token is of, or once was. */
export async function sessionOfToken(on: Db, token: string): Promise<OfToken | null> {
  const hashes = [plainHash(token)]
  for (let next = successorOf(token); hashes.length <= GENERATIONS; next = successorOf(next)) hashes.push(plainHash(next))
  const row = await on.staffSession.findFirst({ where: { tokenHash: { in: hashes } }, select: { id: true, tokenHash: true, tokenAt: true, tokenAddress: true, tokenSeenAt: true } })
  return row && {
    id: row.id,
    replaced: hashes.findIndex((hash) => Buffer.compare(hash, row.tokenHash) === 0),
    tokenAt: row.tokenAt.getTime(),
    tokenAddress: row.tokenAddress,
    tokenSeenAt: row.tokenSeenAt?.getTime() ?? null,
  }
}

/** Whether a token still opens its session: the newest does, and the one before until a little after the newest was first brought. */
export function stillOpens({ replaced, tokenSeenAt }: OfToken, now: number): boolean {
  return replaced === 0 || (replaced === 1 && (tokenSeenAt === null || now - tokenSeenAt < STAFF_GRACE_MS))
}

/**
 * The token that whoever carries this one is to carry from now on. Requests that come at once get the same one, and so does
 * whoever never got the answer; but only until somebody has brought it, and only at the address that was given it first: of
 * two who carry one token, one is so left with a dead one, and that ends the session (`endWhereCopied`).
 * @param now real time, milliseconds @returns null: the one it has
 */
export async function rotateStaffToken(token: string, address: string, now: number): Promise<string | null> {
  const session = await sessionOfToken(db(), token)
  if (!session || !stillOpens(session, now)) return null
  const next = successorOf(token)
  if (session.replaced === 1) return session.tokenAddress === address && session.tokenSeenAt === null ? next : null
  if (now - session.tokenAt < STAFF_ROTATE_MS) return null
  const moved = await db().staffSession.updateMany({ where: { id: session.id, tokenHash: plainHash(token) }, data: { tokenHash: plainHash(next), tokenAt: new Date(now), tokenAddress: address, tokenSeenAt: null } })
  // Somebody was first, and from where is looked at again.
  return moved.count === 1 ? next : rotateStaffToken(token, address, now)
}

/** The newest token came from a browser: from here on the one before is on its way out. */
export async function markTokenSeen(token: string, now: number): Promise<void> {
  await db().staffSession.updateMany({ where: { tokenHash: plainHash(token), tokenSeenAt: null }, data: { tokenSeenAt: new Date(now) } })
}
