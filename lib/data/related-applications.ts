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

/** What two registrations have in common. */
export const SHARED = ['student', 'home', 'guardian'] as const
export type Shared = (typeof SHARED)[number]

export type Listed = { id: string; county: string; key: ApplicationKey; status: Status; schoolCode: string | null; detail: ListingDetail }
export type Related = Listed & { because: readonly Shared[] }

/** `more`: how many there are beside those shown. `elsewhere`: whether another county has one too; of that nothing else is told. */
export type RelatedApplications = { own: Listed | null; here: readonly Related[]; more: number; elsewhere: boolean }

/** Who is shown at most: the same child first, then the same guardian; a home may be shared by a whole house. */
const MOST = 8

type Row = {
  id: string; county: string; wrappedKey: string | null; status: Status; studentId: string; guardianId: string
  /** whom the child's record names */
  guardianIds: string[]
  /** null where it is not listed yet */
  detailCipher: string | null; homeIndex: Uint8Array | null; schoolCode: string | null
}

/** In one statement each: they are read inside the transaction that opens a case, one after the other. */
async function rowsOf(on: Db, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return []
  return on.$queryRaw<Row[]>`
    SELECT a.id::text, a.county, a.wrapped_key AS "wrappedKey", a.status::text, a.student_id::text AS "studentId", a.guardian_id::text AS "guardianId",
      ARRAY(SELECT g.guardian_id::text FROM guardianships g WHERE g.student_id = a.student_id) AS "guardianIds",
      l.detail_cipher AS "detailCipher", l.home_index AS "homeIndex", l.school_code AS "schoolCode"
    FROM applications a LEFT JOIN listings l ON l.application_id = a.id WHERE a.id = ANY(${[...ids]}::uuid[])`
}

/** Registrations of the same year that touch the same child, property or guardian, with why. What was discarded touches nothing. */
export async function relatedApplications(on: Db, { county }: Pick<StaffActor, 'county'>, application: Application, claim: AppealClaim | null): Promise<RelatedApplications> {
  const [own] = await rowsOf(on, [application.id])
  if (!own) return { own: null, here: [], more: 0, elsewhere: false }
  const guardians = new Set([own.guardianId, ...own.guardianIds, ...(await claimedGuardians(on, application, claim))])
  const home = own.homeIndex
  const touching = (await touchingIds(on, application, own.studentId, [...guardians], home)).filter(({ id }) => id !== application.id)
  const found = touching.filter((one) => one.county === county)
  const shown = found.slice(0, MOST).map((one) => one.id)
  const rows = (await rowsOf(on, shown)).sort((one, other) => shown.indexOf(one.id) - shown.indexOf(other.id))
  const because = (row: Row): Shared[] => {
    const shares: Record<Shared, boolean> = {
      student: row.studentId === own.studentId,
      home: home !== null && row.homeIndex !== null && Buffer.compare(row.homeIndex, home) === 0,
      guardian: guardians.has(row.guardianId) || row.guardianIds.some((one) => guardians.has(one)),
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
    elsewhere: found.length < touching.length,
  }
}

/** One look-up by index for each thing that may be shared: asked for together they would be a walk through the whole table. What touches most closely comes first, and of that what was begun first. */
async function touchingIds(on: Db, { year }: Application, studentId: string, guardianIds: readonly string[], home: Uint8Array | null): Promise<{ id: string; county: string }[]> {
  return on.$queryRaw<{ id: string; county: string }[]>`
    SELECT id::text, county FROM (
      SELECT id, county, year, status, created_at, 1 AS place FROM applications WHERE student_id = ${studentId}::uuid
      UNION ALL SELECT id, county, year, status, created_at, 2 FROM applications WHERE guardian_id = ANY(${guardianIds}::uuid[])
      UNION ALL SELECT a.id, a.county, a.year, a.status, a.created_at, 2 FROM guardianships g JOIN applications a ON a.student_id = g.student_id WHERE g.guardian_id = ANY(${guardianIds}::uuid[])
      UNION ALL SELECT a.id, a.county, a.year, a.status, a.created_at, 3 FROM listings l JOIN applications a ON a.id = l.application_id WHERE l.home_index = ${home}
    ) AS touching WHERE year = ${year} AND status <> 'withdrawn' GROUP BY id, county, created_at ORDER BY min(place), created_at, id`
}

/** Null of a family that was erased, or is not listed yet. */
function listed({ id, county, status, wrappedKey, schoolCode, detailCipher }: Row): Listed | null {
  if (!wrappedKey || detailCipher === null) return null
  const key = unwrapApplicationKey(wrappedKey)
  return { id, county, key, status, schoolCode, detail: readContent(key, 'listing', detailCipher, listingDetail) }
}

/** Those whom a claim names and the record may not; whoever the platform has never met touches nothing. */
async function claimedGuardians(on: Db, application: Application, claim: AppealClaim | null): Promise<string[]> {
  if (!claim) return []
  const named = guardiansOfClaim(claim, countedRecord(application)?.value.guardians ?? [])
  const rows = await on.guardian.findMany({ where: { idNumberIndex: { in: named.map((guardian) => keyedIndex('id-number', guardian.idNumber)) } }, select: { id: true } })
  return rows.map((row) => row.id)
}
