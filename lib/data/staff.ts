import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { RIGHTS, STAFF_IDLE_MS, STAFF_LONGEST_MS } from '@/lib/domain/staff'
import { plainHash } from './cipher'
import { db, type Db } from './db'
import { Prisma } from './generated/client'
import { markTokenSeen, sessionOfToken, stillOpens } from './staff-tokens'

/** A session's last use is written at most this often. */
const TOUCH_MS = 60 * 1000
/** An agent's own words are kept this long at most. */
const AGENT_LENGTH = 200

type Opened = { token: string; staffId: string; address: string; agent: string; now: number }

/** A new session, of which the database keeps only the token's hash. @returns its id */
export async function openStaffSession(on: Db, { token, staffId, address, agent, now }: Opened): Promise<string> {
  const session = await on.staffSession.create({
    data: {
      tokenHash: plainHash(token), staffId, address, agent: agent.slice(0, AGENT_LENGTH),
      createdAt: new Date(now), lastSeenAt: new Date(now), expiresAt: new Date(now + STAFF_LONGEST_MS), tokenAt: new Date(now), tokenSeenAt: new Date(now),
    },
    select: { id: true },
  })
  return session.id
}

type StaffAccountRow = Prisma.StaffAccountGetPayload<{ select: { id: true; county: true; role: true; schoolCode: true; username: true; name: true; passwordSetAt: true; totpConfirmedAt: true; disabledAt: true } }>

export function staffActorOf(account: StaffAccountRow, sessionId: string): StaffActor {
  const { id: staffId, county, role, schoolCode, username, name } = account
  return { kind: 'staff', staffId, sessionId, county, role, schoolCode, username, name, due: account.passwordSetAt === null ? 'password' : account.totpConfirmedAt === null ? 'code' : null }
}

/** What says whether a session of staff still is one. */
export const staffSessionColumns = { id: true, lastSeenAt: true, expiresAt: true, staff: { select: { disabledAt: true } } } as const satisfies Prisma.StaffSessionSelect

/** @param now real time, milliseconds */
export function isLiveStaffSession({ lastSeenAt, expiresAt, staff }: Prisma.StaffSessionGetPayload<{ select: typeof staffSessionColumns }>, now: number): boolean {
  return now < expiresAt.getTime() && now - lastSeenAt.getTime() < STAFF_IDLE_MS && !staff.disabledAt
}

type Found = StaffAccountRow & { sessionId: string; lastSeenAt: Date; expiresAt: Date; tokenSeenAt: Date | null }

/** Session and account in one statement: every request of staff begins with it. */
async function findSession(which: Prisma.Sql): Promise<Found | null> {
  const [row] = await db().$queryRaw<Found[]>`
    SELECT s.id AS "sessionId", s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt", s.token_seen_at AS "tokenSeenAt",
      a.id, a.county, a.role::text AS role, a.school_code AS "schoolCode", a.username, a.name, a.password_set_at AS "passwordSetAt", a.totp_confirmed_at AS "totpConfirmedAt", a.disabled_at AS "disabledAt"
    FROM staff_sessions s JOIN staff_accounts a ON a.id = s.staff_id WHERE ${which}`
  return row ?? null
}

/** Whom a session cookie stands for; null once it idled, expired, was ended or replaced, or the account was closed. @param now real time, milliseconds */
export async function findStaffActor(token: string, now: number): Promise<StaffActor | null> {
  const own = await findSession(Prisma.sql`s.token_hash = ${plainHash(token)}`)
  if (own?.tokenSeenAt === null) await markTokenSeen(token, now)
  const replaced = own ? null : await sessionOfToken(db(), token)
  const session = replaced && stillOpens(replaced, now) ? await findSession(Prisma.sql`s.id = ${replaced.id}::uuid`) : own
  if (!session) return null
  const { sessionId: id, lastSeenAt, expiresAt, ...account } = session
  if (!isLiveStaffSession({ id, lastSeenAt, expiresAt, staff: account }, now)) {
    await db().staffSession.deleteMany({ where: { id } })
    return null
  }
  if (now - lastSeenAt.getTime() >= TOUCH_MS) await db().staffSession.updateMany({ where: { id }, data: { lastSeenAt: new Date(now) } })
  return staffActorOf(account, id)
}

/** Officers' names by id, for decisions and histories. */
export async function staffNames(on: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = ids.length > 0 ? await on.staffAccount.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } }) : []
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Who may have a case of this county in hand. */
export async function listReviewers(on: Db, { county }: Pick<StaffActor, 'county'>): Promise<{ id: string; name: string }[]> {
  return on.staffAccount.findMany({ where: { county, role: { in: [...RIGHTS.decide] }, disabledAt: null }, select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
}
