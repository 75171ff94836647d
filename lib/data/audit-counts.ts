import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import type { AuditFilters } from '@/lib/domain/audit-filters'
import { auditConditions } from './audit'
import { db } from './db'
import { Prisma } from './generated/client'

/** What everybody does all day is not counted to its end. */
export const COUNTED_ACTS = 10_000
const OFFICERS = 20

export type OfficerCount = { staffId: string; name: string; count: number }

/**
 * How often each officer has done one act, the most often first: who has had numbers shown, or opened families, more than
 * colleagues do. Of the newest `COUNTED_ACTS` within the filters; what guardians did is not among it.
 */
export async function countByOfficer({ county }: Pick<StaffActor, 'county'>, filters: AuditFilters): Promise<OfficerCount[]> {
  const where = Prisma.join([Prisma.sql`county = ${county}`, ...(await auditConditions({ county }, { ...filters, before: null }))], ' AND ')
  const rows = await db().$queryRaw<{ staff_id: string; name: string; username: string; count: number }[]>`
    SELECT counted.actor_id AS staff_id, s.name, s.username, counted.count FROM (
      SELECT actor_id, count(*)::int AS count FROM (SELECT actor_id, actor_kind FROM audit_events WHERE ${where} ORDER BY at DESC, id DESC LIMIT ${COUNTED_ACTS}) AS newest
      WHERE actor_kind = 'staff' GROUP BY actor_id) AS counted
    JOIN staff_accounts s ON s.id = counted.actor_id AND s.county = ${county}
    ORDER BY counted.count DESC, s.username LIMIT ${OFFICERS}`
  return rows.map(({ staff_id: staffId, name, username, count }) => ({ staffId, name: `${name}（${username}）`, count }))
}
