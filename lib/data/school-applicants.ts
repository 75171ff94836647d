import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { APPLICANT_STATUS, textOnRecord, type Applicant, type ApplicantQuery, type ApplicantState, type SchoolScope } from '@/lib/domain/applicants'
import { HOLDING_KINDS } from '@/lib/domain/appeals'
import type { Cursor } from '@/lib/domain/list-query'
import { BASES } from '@/lib/rules'
import { receiptSought, wordsSought, type Wanted } from '@/lib/domain/applicant-search'
import { listingDetail } from '@/lib/domain/listing'
import { orNone } from './application-page'
import { unwrapApplicationKey } from './cipher'
import { db, type Db } from './db'
import { Prisma } from './generated/client'
import { readContent } from './json'
import { listingTokens } from './listings'
import { openSearch } from './search-token'

/** What was searched for, in clear: an empty one finds nobody. `near`: also what is written nearly so. */
export type Sought = { text?: string; near?: boolean }
/** The families of one school. */
export type ApplicantFilter = Pick<ApplicantQuery, 'state' | 'category' | 'row'> & Sought & { applicationId?: string }

/** What an address asks for, with what was searched for in clear. A token of somebody else finds nobody: a list never grows by it. */
export function filterOf(actor: StaffActor, { q, near, state, category, row }: ApplicantQuery): ApplicantFilter {
  return { state, category, row, ...soughtOf(actor, q, near) }
}

export function soughtOf(actor: StaffActor, q: string | undefined, near: string | undefined): Sought {
  return q === undefined ? {} : { text: openSearch(actor, q) ?? '', near: near === undefined ? undefined : true }
}

/** The same for the audit log. */
export function filterOnRecord<Filter extends Sought>({ text, ...filter }: Filter): Omit<Filter, 'text'> & Sought {
  return { ...filter, text: text === undefined ? undefined : textOnRecord(text) }
}

type Row = {
  application_id: string
  state: ApplicantState
  basis: string | null
  category: string | null
  catchment_row: string | null
  receipt_number: string | null
  submitted_at: Date | null
  season_version_id: string | null
  changed_at: Date
  detail_cipher: string
  /** null once the family was erased */
  wrapped_key: string | null
}

/** One for a basis that the family has left behind does not count: with another one chosen, the next move is its own. */
const WAITING = Prisma.sql`EXISTS (SELECT FROM appeals p WHERE p.application_id = l.application_id AND p.county = l.county AND p.status = 'waiting' AND p.kind = ANY(${[...HOLDING_KINDS]}))`

/** A draft counts as it is now, and only while nobody has registered the child: an older listing is nobody's. */
const CURRENT = Prisma.sql`JOIN applications a ON a.id = l.application_id AND a.version = l.version
  AND NOT EXISTS (SELECT FROM submissions s WHERE s.student_id = a.student_id AND s.year = a.year)`

type Walk = { shown: Prisma.Sql; from: Prisma.Sql; when: Prisma.Sql }
const WALK = {
  submitted: { shown: Prisma.sql`'submitted'`, from: Prisma.empty, when: Prisma.empty },
  returned: { shown: Prisma.sql`'returned'`, from: Prisma.empty, when: Prisma.empty },
  waiting: { shown: Prisma.sql`'waiting'`, from: CURRENT, when: Prisma.sql`AND ${WAITING}` },
  filling: { shown: Prisma.sql`'filling'`, from: CURRENT, when: Prisma.sql`AND NOT ${WAITING}` },
} as const satisfies Record<ApplicantState, Walk>
/** Both states of a draft in one walk of the index. */
const DRAFT: Walk = { shown: Prisma.sql`CASE WHEN ${WAITING} THEN 'waiting' ELSE 'filling' END`, from: CURRENT, when: Prisma.empty }

type Columns = (shown: Prisma.Sql) => Prisma.Sql
/** Which part of each walk is wanted: so many at all, or the newest beyond a line. */
type Part = { beyond?: Prisma.Sql; newest?: true; take: number }

/**
 * One walk of the index (county, year, school, status, changed at) for each status, put together: within one status the
 * index gives the newest first, and across them it does not.
 */
function applicants(scope: SchoolScope, filter: ApplicantFilter, columns: Columns, { beyond = Prisma.empty, newest, take }: Part): Prisma.Sql {
  const [narrowed, order] = [narrow(scope, filter), newest ? Prisma.sql`ORDER BY l.changed_at DESC, l.application_id DESC` : Prisma.empty]
  const theirs = Prisma.sql`l.county = ${scope.county} AND l.year = ${scope.year} AND l.school_code = ${scope.schoolCode}`
  const wanted: [string, Walk][] = filter.state ? [[APPLICANT_STATUS[filter.state], WALK[filter.state]]] : [['submitted', WALK.submitted], ['returned', WALK.returned], ['draft', DRAFT]]
  const walk = ([status, { shown, from, when }]: [string, Walk]) => {
    const of = Prisma.sql`l.status = ${status}::application_status`
    const found = filter.near ? Prisma.sql`hits l WHERE ${of}` : Prisma.sql`listings l WHERE ${theirs} AND ${of} ${narrowed}`
    // By category and row all are gathered by the index that has both, and then put in order: where the two never meet, a walk in order would find that out last.
    if (newest && (filter.category || filter.row || filter.near)) {
      return Prisma.sql`(SELECT ${columns(shown)} FROM (
          WITH every AS MATERIALIZED (SELECT l.application_id, l.changed_at FROM ${found} ${beyond})
          SELECT l.application_id AS id, l.changed_at AS at FROM every l ${order}) e
        JOIN listings l ON l.application_id = e.id ${from} WHERE TRUE ${when} ORDER BY e.at DESC, e.id DESC LIMIT ${take})`
    }
    return filter.near
      ? Prisma.sql`(SELECT ${columns(shown)} FROM hits l ${from} WHERE ${of} ${when} LIMIT ${take})`
      : Prisma.sql`(SELECT ${columns(shown)} FROM listings l ${from} WHERE ${theirs} AND ${of} ${when} ${narrowed} ${beyond} ${order} LIMIT ${take})`
  }
  const walks = Prisma.join(wanted.map(walk), ' UNION ALL ')
  // What is nearly right is one of many tokens, whose number the planner overrates: all that have one are gathered once, whatever their status.
  return filter.near
    ? Prisma.sql`WITH hits AS MATERIALIZED (
        SELECT l.application_id, l.county, l.version, l.status, l.changed_at FROM listings l WHERE ${theirs} AND l.status = ANY(${wanted.map(([status]) => status)}::application_status[]) ${narrowed}) ${walks}`
    : walks
}

function narrow(scope: SchoolScope, { category, row, text, near, applicationId }: ApplicantFilter): Prisma.Sql {
  return Prisma.join(
    [
      category ? orNone(Prisma.sql`l.category`, category) : Prisma.empty,
      row ? orNone(Prisma.sql`l.catchment_row`, row) : Prisma.empty,
      text === undefined ? Prisma.empty : Prisma.sql`AND ${sought(scope, text, near)}`,
      applicationId ? Prisma.sql`AND l.application_id = ${applicationId}::uuid` : Prisma.empty,
    ],
    ' ',
  )
}

/** A receipt by its number; any other text where each of its words is, as any of what it may be meant as. */
export function sought(scope: SchoolScope, text: string, near = false): Prisma.Sql {
  const receipt = receiptSought(scope, text)
  if (receipt) return Prisma.sql`l.application_id IN (SELECT s.application_id FROM submissions s WHERE s.receipt_number = ${receipt})`
  const words = wordsSought(text, near)
  if (words.length === 0 || words.some((meanings) => meanings.length === 0)) return Prisma.sql`false`
  return Prisma.join(words.map((meanings) => Prisma.sql`(${anyOf(scope, meanings)})`), ' AND ')
}

/** Those of one part each are asked for together: a digit misheard is forty of them. */
function anyOf(scope: SchoolScope, meanings: readonly Wanted[]): Prisma.Sql {
  const tokensOf = ({ kind, grams }: Wanted) => listingTokens(scope, kind, grams).map(String)
  const single = meanings.filter(({ grams }) => grams.length === 1).flatMap(tokensOf)
  const whole = meanings.filter(({ grams }) => grams.length > 1).map((one) => Prisma.sql`l.tokens @> ${tokensOf(one)}::bigint[]`)
  return Prisma.join([...(single.length > 0 ? [Prisma.sql`l.tokens && ${single}::bigint[]`] : []), ...whole], ' OR ')
}

/** The page of a list, newest change first. */
function applicantsPage(scope: SchoolScope, filter: ApplicantFilter, after: Cursor | undefined, take: number): Prisma.Sql {
  const beyond = after ? Prisma.sql`AND (l.changed_at, l.application_id) < (${new Date(after.changedAt)}, ${after.applicationId}::uuid)` : Prisma.empty
  const columns: Columns = (shown) =>
    Prisma.sql`l.application_id, ${shown} AS state, l.basis, l.category, l.catchment_row, l.receipt_number, l.submitted_at, l.season_version_id, l.changed_at, l.detail_cipher`
  const walks = applicants(scope, filter, columns, { beyond, newest: true, take })
  return Prisma.sql`SELECT o.*, k.wrapped_key FROM (SELECT * FROM (${walks}) w ORDER BY changed_at DESC, application_id DESC LIMIT ${take}) o
    JOIN applications k ON k.id = o.application_id ORDER BY o.changed_at DESC, o.application_id DESC`
}

/** How many there are, counted no further than `limit`. */
function applicantsCount(scope: SchoolScope, filter: ApplicantFilter, limit: number): Prisma.Sql {
  const walks = applicants(scope, filter, () => Prisma.sql`1`, { take: limit })
  return Prisma.sql`SELECT count(*)::int AS count FROM (SELECT 1 FROM (${walks}) w LIMIT ${limit}) counted`
}

export type ApplicantPage = { applicants: Applicant[]; next: Cursor | null }

export async function listApplicants(scope: SchoolScope, filter: ApplicantFilter, after: Cursor | undefined, take: number, on: Db = db()): Promise<ApplicantPage> {
  const rows = await on.$queryRaw<Row[]>(applicantsPage(scope, filter, after, take + 1))
  const shown = rows.slice(0, take)
  const last = shown.at(-1)
  return { applicants: shown.flatMap((row) => (row.wrapped_key === null ? [] : [toApplicant(row, row.wrapped_key)])), next: last && rows.length > take ? { changedAt: last.changed_at.getTime(), applicationId: last.application_id } : null }
}

/** This school's applicant, or null: another school's is not there at all. */
export async function findApplicant(scope: SchoolScope, applicationId: string, on: Db = db()): Promise<Applicant | null> {
  const { applicants: found } = await listApplicants(scope, { applicationId }, undefined, 1, on)
  return found[0] ?? null
}

export async function countApplicants(scope: SchoolScope, filter: ApplicantFilter, limit: number): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>(applicantsCount(scope, filter, limit))
  return row?.count ?? 0
}

/**
 * The list as the one who answers the phone needs it: where nobody is written quite like what was searched for, whoever is
 * written nearly so, and it says that it is that.
 */
export async function lookUpApplicants(scope: SchoolScope, filter: ApplicantFilter, after: Cursor | undefined, take: number, counted: number): Promise<ApplicantPage & { count: number; near: boolean }> {
  const [page, count] = await Promise.all([listApplicants(scope, filter, after, take), countApplicants(scope, filter, counted)])
  const near = filter.near === true
  return count > 0 || near || !filter.text ? { ...page, count, near } : lookUpApplicants(scope, { ...filter, near: true }, after, take, counted)
}

function toApplicant(row: Row, wrappedKey: string): Applicant {
  return {
    applicationId: row.application_id,
    state: row.state,
    basis: BASES.find((basis) => basis === row.basis) ?? null,
    category: row.category,
    catchmentRow: row.catchment_row,
    receiptNumber: row.receipt_number,
    submittedAt: row.submitted_at?.getTime() ?? null,
    seasonVersionId: row.season_version_id,
    changedAt: row.changed_at.getTime(),
    detail: readContent(unwrapApplicationKey(wrappedKey), 'listing', row.detail_cipher, listingDetail),
  }
}
