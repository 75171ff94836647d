import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import type { AppealClaim } from '@/lib/domain/appeal-claims'
import { guardiansOfClaim } from '@/lib/domain/appeal-claimants'
import { listingDetail, type ListingDetail } from '@/lib/domain/listing'
import type { Status } from '@/lib/domain/status'
import { countedRecord, type Application } from './applications'
import { keyedIndex, unwrapApplicationKey, type ApplicationKey } from './cipher'
import type { Db } from './db'
import { readContent } from './json'
import type { Prisma } from './generated/client'

/** What two registrations have in common. */
export const SHARED = ['student', 'home', 'guardian'] as const
export type Shared = (typeof SHARED)[number]

export type Listed = { id: string; county: string; key: ApplicationKey; status: Status; schoolCode: string | null; detail: ListingDetail }
export type Related = Listed & { because: readonly Shared[] }

/** `more`: how many there are beside those shown. `elsewhere`: whether another county has one too; of that nothing else is told. */
export type RelatedApplications = { own: Listed | null; here: readonly Related[]; more: number; elsewhere: boolean }

/** Who is shown at most: the same child first, then the same guardian; a home may be shared by a whole house. */
const MOST = 8

const columns = {
  id: true, county: true, wrappedKey: true, status: true, studentId: true, guardianId: true,
  student: { select: { guardianships: { select: { guardianId: true } } } },
  listing: { select: { homeIndex: true, schoolCode: true, detailCipher: true } },
} as const satisfies Prisma.ApplicationSelect
type Row = Prisma.ApplicationGetPayload<{ select: typeof columns }>

/** Registrations of the same year that touch the same child, property or guardian, with why. What was discarded touches nothing. */
export async function relatedApplications(on: Db, { county }: Pick<StaffActor, 'county'>, application: Application, claim: AppealClaim | null): Promise<RelatedApplications> {
  const own = await on.application.findUnique({ where: { id: application.id }, select: columns })
  if (!own) return { own: null, here: [], more: 0, elsewhere: false }
  const guardians = new Set([own.guardianId, ...own.student.guardianships.map((one) => one.guardianId), ...(await claimedGuardians(on, application, claim))])
  const home = own.listing?.homeIndex ?? null
  const ids = (await touchingIds(on, own.studentId, [...guardians], home)).filter((id) => id !== application.id)
  const touching: Prisma.ApplicationWhereInput = { year: application.year, status: { not: 'withdrawn' } }
  const places = new Map(ids.map((id, place) => [id, place]))
  const found = (await on.application.findMany({ where: { ...touching, county, id: { in: ids } }, select: { id: true } })).sort((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0))
  const shown = found.slice(0, MOST).map((one) => one.id)
  const rows = (await on.application.findMany({ where: { id: { in: shown } }, select: columns })).sort((one, other) => shown.indexOf(one.id) - shown.indexOf(other.id))
  const because = (row: Row): Shared[] => {
    const shares: Record<Shared, boolean> = {
      student: row.studentId === own.studentId,
      home: home !== null && row.listing?.homeIndex != null && Buffer.compare(row.listing.homeIndex, home) === 0,
      guardian: guardians.has(row.guardianId) || row.student.guardianships.some((one) => guardians.has(one.guardianId)),
    }
    return SHARED.filter((one) => shares[one])
  }
  return {
    own: listed(own),
    here: rows.flatMap((row) => {
      const one = listed(row)
      return one ? [{ ...one, because: because(row) }] : []
    }),
    more: found.length - shown.length,
    elsewhere: (await on.application.count({ where: { ...touching, county: { not: county }, id: { in: ids } } })) > 0,
  }
}

/** One look-up by index for each thing that may be shared: asked for together they would be a walk through the whole table. What touches most closely comes first, and of that what was begun first. */
async function touchingIds(on: Db, studentId: string, guardianIds: readonly string[], home: Uint8Array | null): Promise<string[]> {
  const rows = await on.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT id, created_at, 1 AS place FROM applications WHERE student_id = ${studentId}::uuid
      UNION ALL SELECT id, created_at, 2 FROM applications WHERE guardian_id = ANY(${guardianIds}::uuid[])
      UNION ALL SELECT a.id, a.created_at, 2 FROM guardianships g JOIN applications a ON a.student_id = g.student_id WHERE g.guardian_id = ANY(${guardianIds}::uuid[])
      UNION ALL SELECT a.id, a.created_at, 3 FROM listings l JOIN applications a ON a.id = l.application_id WHERE l.home_index = ${home}
    ) AS touching GROUP BY id, created_at ORDER BY min(place), created_at, id`
  return rows.map((row) => row.id)
}

/** Null of a family that was erased, or is not listed yet. */
function listed({ id, county, status, wrappedKey, listing }: Row): Listed | null {
  if (!wrappedKey || !listing) return null
  const key = unwrapApplicationKey(wrappedKey)
  return { id, county, key, status, schoolCode: listing.schoolCode, detail: readContent(key, 'listing', listing.detailCipher, listingDetail) }
}

/** Those whom a claim names and the record may not; whoever the platform has never met touches nothing. */
async function claimedGuardians(on: Db, application: Application, claim: AppealClaim | null): Promise<string[]> {
  if (!claim) return []
  const named = guardiansOfClaim(claim, countedRecord(application)?.value.guardians ?? [])
  const rows = await on.guardian.findMany({ where: { idNumberIndex: { in: named.map((guardian) => keyedIndex('id-number', guardian.idNumber)) } }, select: { id: true } })
  return rows.map((row) => row.id)
}
