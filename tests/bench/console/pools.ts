import { listingDetail } from '@/lib/domain/listing'
import type { Cursor } from '@/lib/domain/list-query'
import { unwrapApplicationKey } from '@/lib/data/cipher'
import { db } from '@/lib/data/db'
import { actorOf, identityColumns } from '@/lib/data/guardians'
import { readContent } from '@/lib/data/json'
import type { World } from '../../load/questions/sample'

type Family = { applicationId: string; child: string; address: string; receiptNumber: string; guardianIdNumber: string }

/** Out of which the visits draw: what is where in the load, from its first days to its last. */
export type Pools = {
  families: readonly Family[]
  towns: readonly string[]
  cursors: readonly Cursor[]
  cases: readonly string[]
  proposals: readonly string[]
  applicants: readonly string[]
  reviewers: readonly string[]
  actors: readonly string[]
  students: readonly string[]
  events: readonly string[]
  days: readonly string[]
}

const DRAWN = 300

export async function poolsOf({ published: { county, year, season }, officers: { clerk, reviewer, admins } }: World): Promise<Pools> {
  const drawn = await db().$queryRaw<{ id: string }[]>`SELECT application_id::text AS id FROM listings WHERE county = ${county} AND year = ${year} AND status = 'submitted' ORDER BY hashtext(application_id::text) LIMIT ${DRAWN}`
  const rows = await db().listing.findMany({
    where: { applicationId: { in: drawn.map(({ id }) => id) } },
    select: { applicationId: true, changedAt: true, receiptNumber: true, detailCipher: true, application: { select: { wrappedKey: true, studentId: true, guardianId: true, guardian: { select: identityColumns } } } },
  })
  const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id)
  const events = await db().$queryRaw<{ id: string; day: string }[]>`SELECT id::text AS id, to_char(at + interval '8 hours', 'YYYY-MM-DD') AS day FROM audit_events TABLESAMPLE SYSTEM (5) WHERE county = ${county} LIMIT 20000`
  return {
    families: rows.flatMap(({ applicationId, receiptNumber, detailCipher, application: { wrappedKey, guardian } }) => {
      if (!wrappedKey || !receiptNumber) return []
      const { child, address } = readContent(unwrapApplicationKey(wrappedKey), 'listing', detailCipher, listingDetail)
      return child && address ? [{ applicationId, receiptNumber, child, address, guardianIdNumber: actorOf(guardian).idNumber }] : []
    }),
    towns: [...new Set(season.catchmentRows.map(({ town }) => town))],
    cursors: rows.map(({ applicationId, changedAt }) => ({ applicationId, changedAt: changedAt.getTime() })),
    cases: await ids(db().$queryRaw`SELECT id::text AS id FROM review_cases WHERE county = ${county} AND year = ${year} ORDER BY hashtext(id::text) LIMIT ${DRAWN}`),
    proposals: await ids(db().$queryRaw`SELECT id::text AS id FROM proposals WHERE county = ${county} AND kind = 'address-match' ORDER BY id LIMIT ${DRAWN}`),
    applicants: await ids(db().$queryRaw`SELECT application_id::text AS id FROM listings WHERE county = ${county} AND year = ${year} AND school_code = ${clerk.schoolCode} AND status = 'submitted' ORDER BY hashtext(application_id::text) LIMIT ${DRAWN}`),
    reviewers: await ids(db().$queryRaw`SELECT id::text AS id FROM staff_accounts WHERE county = ${county} AND role = 'reviewer'`),
    actors: [reviewer.staffId, ...admins.map(({ staffId }) => staffId), ...rows.slice(0, 20).map(({ application }) => application.guardianId)],
    students: rows.slice(0, 100).map(({ application }) => application.studentId),
    events: events.filter((_, place) => place % Math.max(1, Math.floor(events.length / DRAWN)) === 0).map(({ id }) => id),
    days: [...new Set(events.map(({ day }) => day))],
  }
}
