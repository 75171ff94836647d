import { randomBytes, scryptSync } from 'node:crypto'
import type { Now } from '@/lib/domain/actor'
import type { StaffRole } from '@/lib/domain/staff'
import { signInStaff } from '@/lib/commands/sign-in-staff'
import { db } from '@/lib/data/db'
import { codeAt, newSecret } from '@/lib/data/one-time-code'
import { sealSecret } from '@/lib/data/staff-accounts'
import { COUNTY, MORNING } from './journey'

export const PASSWORD = '稻田里的三只白鹭 1987'
/** One period of the one-time codes. */
export const PERIOD_MS = 30_000

export type Account = { staffId: string; username: string; password: string; secret: string }

/** A hash as `hashPassword` writes it, at a cost that many tries in one test can bear: each hash says its own. */
function cheapHash(password: string): string {
  const salt = randomBytes(16)
  return `scrypt$10$8$1$${salt.toString('base64url')}$${scryptSync(password, salt, 32, { N: 2 ** 10, r: 8, p: 1 }).toString('base64url')}`
}

/** An account that signs in by password and code, its own ones unless its first sign-in is what the test is about. */
export async function anAccount(role: StaffRole = 'reviewer', { county = COUNTY, isNew = false }: { county?: string; isNew?: boolean } = {}): Promise<Account> {
  const username = `${role}-${randomBytes(5).toString('hex')}`
  const secret = newSecret()
  const settledAt = isNew ? null : new Date(MORNING.real)
  const { id } = await db().staffAccount.create({
    data: {
      county, role, username, name: '闵清和', schoolCode: role === 'school' ? 'LJ' : null,
      passwordHash: cheapHash(PASSWORD), totpCipher: sealSecret(secret), passwordSetAt: settledAt, totpConfirmedAt: settledAt,
    },
    select: { id: true },
  })
  return { staffId: id, username, password: PASSWORD, secret }
}

type Trying = { password?: string; code?: string; address?: string; before?: string | null; known?: readonly string[]; now?: Now }

/** One try at the door; right in everything that is not said otherwise. */
export async function trySignIn({ username, password: own, secret }: Account, { password = own, code, address = '203.0.113.7', before = null, known = [], now = MORNING }: Trying = {}) {
  return signInStaff({ username, password, code: code ?? codeAt(secret, now.real), address, agent: 'test', before, known, now: now.real })
}

/** Signed in, or the test has failed. */
export async function signedInStaff(account: Account, trying: Trying = {}) {
  const entered = await trySignIn(account, trying)
  if (!entered.ok) throw new Error(entered.failure.code)
  return entered.value
}
