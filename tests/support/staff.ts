import { randomBytes } from 'node:crypto'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { Result } from '@/lib/domain/result'
import type { StaffRole } from '@/lib/domain/staff'
import { decideAppeal, type DecideFailure } from '@/lib/commands/decide-appeal'
import { encrypt, plainHash } from '@/lib/data/cipher'
import { db } from '@/lib/data/db'
import { openStaffSession, staffActorOf } from '@/lib/data/staff'
import { COUNTY, MORNING } from './journey'

type Asked = { county?: string; schoolCode?: string; name?: string }

/** Somebody of the county who has set a password and a code of their own, signed in. */
export async function aStaffMember(role: StaffRole, { county = COUNTY, schoolCode, name = '周审核' }: Asked = {}): Promise<StaffActor> {
  const school = role === 'school' ? (schoolCode ?? 'LJ') : null
  const account = await db().staffAccount.create({
    data: {
      county, role, name, schoolCode: school, username: `${role}-${randomBytes(6).toString('hex')}`,
      passwordHash: 'none: this account signs in by its session only', passwordSetAt: new Date(), totpConfirmedAt: new Date(), totpCipher: encrypt('staff.totp', 'none'),
    },
  })
  const sessionId = await openStaffSession(db(), { token: randomBytes(32).toString('base64url'), staffId: account.id, address: '127.0.0.1', agent: 'test', now: MORNING.real })
  return staffActorOf(account, sessionId)
}

/** Hands the open case of an appeal to an officer, whoever had it. */
export async function giveCase({ staffId }: StaffActor, appealId: string, now: Now = MORNING): Promise<void> {
  await db().reviewCase.updateMany({ where: { appealId, status: 'open' }, data: { claimedById: staffId, claimedUntil: new Date(now.real + 30 * 60 * 1000) } })
}

let reviewer: StaffActor | null = null

/** One reviewer for all that only need a verdict, whatever was emptied in between. */
export async function aReviewer(): Promise<StaffActor> {
  const known = reviewer && (await db().staffAccount.findUnique({ where: { id: reviewer.staffId }, select: { id: true } }))
  if (!reviewer || !known) reviewer = await aStaffMember('reviewer')
  return reviewer
}

type Verdict = { appealId: string; round?: number; outcome: 'approved' | 'refused'; reason: string; now?: Now }

/** A verdict by a reviewer who has the case in hand; of whichever round is the newest, unless one is named. */
export async function decide({ appealId, round, outcome, reason, now = MORNING }: Verdict): Promise<Result<unknown, DecideFailure>> {
  const actor = await aReviewer()
  await giveCase(actor, appealId, now)
  const { round: newest } = await db().appeal.findUniqueOrThrow({ where: { id: appealId }, select: { round: true } })
  return decideAppeal({ actor, appealId, round: round ?? newest, outcome, reason, now })
}

/** A session's cookie value for a browser, of an account that exists. */
export async function aStaffSession(staffId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await db().staffSession.create({ data: { tokenHash: plainHash(token), staffId, address: '127.0.0.1', agent: 'test', expiresAt: new Date(Date.now() + 60 * 60 * 1000) }, select: { id: true } })
  return token
}
