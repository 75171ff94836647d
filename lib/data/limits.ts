import 'server-only'
import { isIP } from 'node:net'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { REVEAL_LIMITS } from '@/lib/domain/form-limits'
import { db } from './db'

/**
 * Counters in the database, so that all servers count together and a restart forgives nobody. They run on real time.
 *  - `child-query`: children asked about by one guardian, whatever the answer;
 *  - `child-not-named`: answers that did not name the guardian, or found nobody: guessing is slowed after a few (P5);
 *  - `contract-query`: contract numbers asked for by one guardian;
 *  - `kinship-query`: grandparents asked for by one guardian;
 *  - `certificate-query`: certificate numbers of a grandparent asked for by one guardian;
 *  - `upload-request`: requests with files by one guardian or officer, whatever is in them, counted before they are received;
 *  - `material-upload`: files sent by one guardian for something that an appeal asks for, or by one officer for an entry of the desk, whatever became of them;
 *  - `address-check`: addresses looked up without signing in from one network address, which a carrier gives to many phones;
 *  - `sign-in`: starts of a sign-in from one address;
 *  - `staff-sign-in`: tries to sign in as staff from one address: an office has one for all of its officers;
 *  - `notice-drawn`: notices of admission drawn for one guardian;
 *  - `reveal`, `reveal-day`: full numbers shown to one officer (P4): `REVEAL_LIMITS` says why so many;
 *  - `notice-verified`: notices looked up from one address, whatever the answer: a school has one for all of its clerks.
 */
const LIMITS = {
  'child-query': { points: 30, duration: 60 * 60 },
  'child-not-named': { points: 5, duration: 30 * 60 },
  'contract-query': { points: 10, duration: 30 * 60 },
  'kinship-query': { points: 5, duration: 30 * 60 },
  'certificate-query': { points: 10, duration: 30 * 60 },
  'upload-request': { points: 400, duration: 60 * 60 },
  'material-upload': { points: 200, duration: 60 * 60 },
  'address-check': { points: 120, duration: 10 * 60 },
  'sign-in': { points: 60, duration: 10 * 60 },
  'staff-sign-in': { points: 100, duration: 10 * 60 },
  'notice-drawn': { points: 30, duration: 10 * 60 },
  reveal: { points: REVEAL_LIMITS.hour, duration: 60 * 60 },
  'reveal-day': { points: REVEAL_LIMITS.day, duration: 24 * 60 * 60 },
  'notice-verified': { points: 60, duration: 10 * 60 },
} as const
export type Limit = keyof typeof LIMITS

function limiter(limit: Limit): RateLimiterPrisma {
  return new RateLimiterPrisma({ storeClient: db(), tableName: 'rateLimit', keyPrefix: limit, clearExpiredByTimeout: false, ...LIMITS[limit] })
}

/** Whom a count is of: an id, an IPv4 address, or the network of an IPv6 one, because whoever has one address there has all 2⁶⁴ of them. */
function counted(key: string): string {
  if (isIP(key) !== 6) return key
  const [head = '', tail = ''] = new URL(`http://[${key.replace(/%.*$/, '')}]`).hostname.slice(1, -1).split('::')
  const [before, behind] = [head, tail].map((groups) => groups.split(':').filter((group) => group !== ''))
  const groups = [...(before ?? []), ...Array<string>(8 - (before?.length ?? 0) - (behind?.length ?? 0)).fill('0'), ...(behind ?? [])]
  return `${groups.slice(0, 4).join(':')}::/64`
}

/** Counts one. @returns null while within the limit, else the milliseconds to wait */
export async function countAgainst(limit: Limit, key: string): Promise<number | null> {
  try {
    await limiter(limit).consume(counted(key))
    return null
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1000, refusal.msBeforeNext)
    throw refusal
  }
}

/** Looks without counting. @returns null while within the limit, else the milliseconds to wait */
export async function waitFor(limit: Limit, key: string): Promise<number | null> {
  const state = await limiter(limit).get(counted(key))
  return state && state.consumedPoints >= LIMITS[limit].points ? Math.max(1000, state.msBeforeNext) : null
}

/** Counters whose stretch is over, and the addresses that they are of. @param now real time, milliseconds */
export async function deleteOldCounters(now: number): Promise<number> {
  return (await db().rateLimit.deleteMany({ where: { expire: { lte: new Date(now) } } })).count
}
