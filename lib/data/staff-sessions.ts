import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { STAFF_IDLE_MS } from '@/lib/domain/staff'
import { offer, type Offer } from '@/lib/domain/staff-accounts'
import { decrypt, encrypt, plainHash } from './cipher'
import { db, type Db } from './db'
import type { Prisma } from './generated/client'
import { sessionOfToken } from './staff-tokens'

/** A session as its owner and an administrator see it. */
export type StaffSessionLine = { readonly id: string; readonly address: string; readonly agent: string; readonly createdAt: number; readonly lastSeenAt: number }

/** Those that have neither idled nor expired. @param now real time, milliseconds */
export function aliveAt(now: number): Prisma.StaffSessionWhereInput {
  return { expiresAt: { gt: new Date(now) }, lastSeenAt: { gt: new Date(now - STAFF_IDLE_MS) } }
}

export async function listStaffSessions(staffId: string, now: number): Promise<StaffSessionLine[]> {
  const rows = await db().staffSession.findMany({
    where: { staffId, ...aliveAt(now) },
    select: { id: true, address: true, agent: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: 'desc' },
  })
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.getTime(), lastSeenAt: row.lastSeenAt.getTime() }))
}

/** `lib/audit/ended-sessions` calls these three: with a session ends what was done for guardians in it. A token that was replaced ends it too. */
export async function deleteStaffSession(on: Db, token: string): Promise<{ staffId: string; county: string } | null> {
  const id = (await sessionOfToken(on, token))?.id
  if (id === undefined) return null
  const session = await on.staffSession.findUnique({ where: { id }, select: { staffId: true, staff: { select: { county: true } } } })
  const { count } = await on.staffSession.deleteMany({ where: { id } })
  return session && count === 1 ? { staffId: session.staffId, county: session.staff.county } : null
}

export async function deleteStaffSessions(on: Db, staffId: string, but?: string): Promise<number> {
  return (await on.staffSession.deleteMany({ where: { staffId, ...(but ? { id: { not: but } } : {}) } })).count
}

export async function deleteDeadStaffSessions(on: Db, staffId: string, now: number): Promise<void> {
  await on.staffSession.deleteMany({ where: { staffId, NOT: aliveAt(now) } })
}

/** Whose sessions idled or expired without anybody having noticed. */
export async function listWithDeadSessions(on: Db, now: number): Promise<string[]> {
  const rows = await on.staffSession.findMany({ where: { NOT: aliveAt(now) }, distinct: ['staffId'], select: { staffId: true }, orderBy: { staffId: 'asc' } })
  return rows.map(({ staffId }) => staffId)
}

/** The same session under a token that no other leads to: what was learnt of the old ones opens nothing, from this moment on. */
export async function renewStaffToken({ sessionId }: Pick<StaffActor, 'sessionId'>, token: string, now: number): Promise<void> {
  await db().staffSession.updateMany({ where: { id: sessionId }, data: { tokenHash: plainHash(token), tokenAt: new Date(now), tokenAddress: null, tokenSeenAt: new Date(now) } })
}

function purposeOf(sessionId: string): string {
  return `staff.offer:${sessionId}`
}

export async function readOffer(on: Db, { sessionId }: Pick<StaffActor, 'sessionId'>): Promise<Offer | null> {
  const session = await on.staffSession.findUnique({ where: { id: sessionId }, select: { offerCipher: true } })
  return session?.offerCipher ? offer.parse(JSON.parse(decrypt(purposeOf(sessionId), session.offerCipher))) : null
}

export async function writeOffer(on: Db, { sessionId }: Pick<StaffActor, 'sessionId'>, offered: Offer | null): Promise<void> {
  await on.staffSession.updateMany({ where: { id: sessionId }, data: { offerCipher: offered && encrypt(purposeOf(sessionId), JSON.stringify(offered)) } })
}
