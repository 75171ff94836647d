import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import type { StaffRole } from '@/lib/domain/staff'
import { db } from './db'
import { aliveAt } from './staff-sessions'
import type { Prisma } from './generated/client'

/** An account as an administrator sees it. Instants are of real time, milliseconds. */
export type AccountLine = {
  readonly id: string
  readonly county: string
  readonly role: StaffRole
  readonly schoolCode: string | null
  readonly username: string
  readonly name: string
  /** how it stands: what comes first in this order counts */
  readonly standing: 'disabled' | 'locked' | 'new' | 'open'
  readonly lockedUntil: number | null
  /** its newest request, or when it last signed in; null if it never did */
  readonly lastSeenAt: number | null
  readonly sessions: number
}

const columns = (now: number) =>
  ({
    id: true, county: true, role: true, schoolCode: true, username: true, name: true,
    passwordSetAt: true, totpConfirmedAt: true, lockedUntil: true, disabledAt: true, lastSignedInAt: true,
    sessions: { where: aliveAt(now), select: { lastSeenAt: true } },
  }) as const satisfies Prisma.StaffAccountSelect

function lineOf(row: Prisma.StaffAccountGetPayload<{ select: ReturnType<typeof columns> }>, now: number): AccountLine {
  const { id, county, role, schoolCode, username, name } = row
  const lockedUntil = row.lockedUntil && row.lockedUntil.getTime() > now ? row.lockedUntil.getTime() : null
  const isNew = row.passwordSetAt === null || row.totpConfirmedAt === null
  const seen = [row.lastSignedInAt, ...row.sessions.map((session) => session.lastSeenAt)].flatMap((at) => (at ? [at.getTime()] : []))
  return {
    id, county, role, schoolCode, username, name, lockedUntil,
    standing: row.disabledAt ? 'disabled' : lockedUntil ? 'locked' : isNew ? 'new' : 'open',
    lastSeenAt: seen.length > 0 ? Math.max(...seen) : null,
    sessions: row.sessions.length,
  }
}

/** The accounts of a county, or of all of them for whoever runs the platform: by role, then by username. They are few, so that nothing pages. */
export async function listAccounts(where: { county?: string }, now: number): Promise<AccountLine[]> {
  const rows = await db().staffAccount.findMany({ where, select: columns(now), orderBy: [{ county: 'asc' }, { role: 'asc' }, { username: 'asc' }] })
  return rows.map((row) => lineOf(row, now))
}

/** An account of the administrator's own county; another county's is not there at all. */
export async function findAccount({ county }: Pick<StaffActor, 'county'>, id: string, now: number): Promise<AccountLine | null> {
  const row = await db().staffAccount.findFirst({ where: { id, county }, select: columns(now) })
  return row && lineOf(row, now)
}
