import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { allocationOutcome } from '@/lib/domain/admission'
import type { Admission, AdmissionQuery } from '@/lib/domain/admission-list'
import type { SchoolScope } from '@/lib/domain/applicants'
import { NONE } from '@/lib/domain/list-query'
import { listingDetail } from '@/lib/domain/listing'
import type { AllocationOutcome } from '@/lib/rules'
import { orNone } from './application-page'
import { unwrapApplicationKey } from './cipher'
import { db, type Db } from './db'
import { Prisma } from './generated/client'
import { readContent } from './json'
import { sought, soughtOf, type Sought } from './school-applicants'

export type AdmissionFilter = Pick<AdmissionQuery, 'category' | 'outcome'> & Sought

/** A token of somebody else finds nobody: a list never grows by it. */
export function admissionFilterOf(actor: StaffActor, { q, near, category, outcome }: AdmissionQuery): AdmissionFilter {
  return { category, outcome, ...soughtOf(actor, q, near) }
}

/** When the county published its results of that year, milliseconds of the season's clock; null before. */
export async function publishedOn({ county, year }: Pick<SchoolScope, 'county' | 'year'>): Promise<number | null> {
  const run = await db().allocationRun.findFirst({ where: { county, year, publishedAt: { not: null } }, select: { publishedAt: true } })
  return run?.publishedAt?.getTime() ?? null
}

/** The newest results of one school's own children: who was moved away by a later one is not among them, who came by one is. */
function ofSchool({ county, year, schoolCode }: SchoolScope): Prisma.Sql {
  return Prisma.sql`admission_results r JOIN listings l ON l.application_id = r.application_id
    WHERE r.county = ${county} AND r.year = ${year} AND r.school_code = ${schoolCode}
      AND NOT EXISTS (SELECT FROM admission_results n WHERE n.application_id = r.application_id AND n.number > r.number)`
}

function narrow(scope: SchoolScope, { category, outcome, text, near }: AdmissionFilter): Prisma.Sql {
  return Prisma.join(
    [
      category ? orNone(Prisma.sql`l.category`, category) : Prisma.empty,
      outcome ? Prisma.sql`AND r.outcome = ${outcome}` : Prisma.empty,
      text === undefined ? Prisma.empty : Prisma.sql`AND ${sought(scope, text, near)}`,
    ],
    ' ',
  )
}

type Row = { application_id: string; outcome: string; admission_number: string; category: string | null; detail_cipher: string; wrapped_key: string | null }

const IN_ORDER = new Intl.Collator('zh-CN', { numeric: true })

/** All of them, as many as the school has seats, by category and name: names are ciphertext, so that no database can sort them. In one order, whoever asks. */
export async function listAdmissions(scope: SchoolScope, filter: AdmissionFilter, on: Db = db()): Promise<Admission[]> {
  const rows = await on.$queryRaw<Row[]>`SELECT r.application_id, r.outcome, r.admission_number, l.category, l.detail_cipher,
    (SELECT wrapped_key FROM applications WHERE id = r.application_id) AS wrapped_key FROM ${ofSchool(scope)} ${narrow(scope, filter)}`
  const admissions = rows.flatMap((row) => (row.wrapped_key === null ? [] : [toAdmission(row, row.wrapped_key)]))
  return admissions.toSorted((one, other) => IN_ORDER.compare(one.category ?? '', other.category ?? '') || IN_ORDER.compare(one.detail.child ?? '', other.detail.child ?? '') || IN_ORDER.compare(one.applicationId, other.applicationId))
}

/** Where nobody is written quite like what was searched for, whoever is written nearly so, as in the look-up. */
export async function lookUpAdmissions(scope: SchoolScope, filter: AdmissionFilter): Promise<{ admissions: Admission[]; near: boolean }> {
  const admissions = await listAdmissions(scope, filter)
  const near = filter.near === true
  return admissions.length > 0 || near || !filter.text ? { admissions, near } : lookUpAdmissions(scope, { ...filter, near: true })
}

function toAdmission(row: Row, wrappedKey: string): Admission {
  return {
    applicationId: row.application_id,
    outcome: allocationOutcome.parse(row.outcome),
    admissionNumber: row.admission_number,
    category: row.category,
    detail: readContent(unwrapApplicationKey(wrappedKey), 'listing', row.detail_cipher, listingDetail),
  }
}

export type OutcomeCounts = Readonly<Record<AllocationOutcome, number>>

/** How many of each category came how, whatever the list is narrowed to. */
export async function countAdmissions(scope: SchoolScope): Promise<ReadonlyMap<string, OutcomeCounts>> {
  const rows = await db().$queryRaw<{ category: string | null; outcome: string; count: number }[]>`SELECT l.category, r.outcome, count(*)::int AS count FROM ${ofSchool(scope)} GROUP BY l.category, r.outcome`
  const counts = new Map<string, Record<AllocationOutcome, number>>()
  for (const { category, outcome, count } of rows) {
    const row = counts.get(category ?? NONE) ?? { admitted: 0, coordinated: 0, 'by-hand': 0 }
    counts.set(category ?? NONE, { ...row, [allocationOutcome.parse(outcome)]: count })
  }
  return counts
}
