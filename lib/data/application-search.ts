import 'server-only'
import { z } from 'zod'
import { BASES } from '@/lib/rules'
import type { StaffActor } from '@/lib/domain/actor'
import { isFound, search, type ApplicationQuery, type Search } from '@/lib/domain/application-search'
import { NONE, type Cursor } from '@/lib/domain/list-query'
import { gramsWanted, listingDetail, type ListingDetail } from '@/lib/domain/listing'
import type { Status } from '@/lib/domain/status'
import { keyedIndex, unwrapApplicationKey } from './cipher'
import { db, type Db } from './db'
import { Prisma } from './generated/client'
import { readContent } from './json'
import { homeIndex, listingTokens } from './listings'
import { openSearch, sealSearch } from './search-token'

/** Whose applications: of one county and year (R-52). */
export type CountyScope = { readonly county: string; readonly year: number }
export type ApplicationFilter = Pick<ApplicationQuery, 'school' | 'category' | 'status' | 'basis' | 'row'> & { search?: Search | null }
/** From where a page goes on: to what changed earlier, or back to what changed later. */
export type Turn = { from: Cursor; back: boolean }

export type ApplicationLine = {
  id: string
  status: Status
  basis: z.infer<typeof basisWord>
  category: string | null
  schoolCode: string | null
  catchmentRow: string | null
  receiptNumber: string | null
  submittedAt: number | null
  /** of the submission that holds; 0 while there is none */
  round: number
  changedAt: number
  detail: ListingDetail
}

const basisWord = z.enum(BASES).nullable()

type Row = {
  application_id: string
  status: Status
  basis: string | null
  category: string | null
  school_code: string | null
  catchment_row: string | null
  receipt_number: string | null
  submitted_at: Date | null
  changed_at: Date
  round: number
  detail_cipher: string
  wrapped_key: string
}

/** What an officer searches for, as it may stand in an address. */
export function sealApplicationSearch(actor: StaffActor, wanted: Search): string {
  return sealSearch(actor, `${wanted.by}:${wanted.text}`)
}

/** Null where the token is not one of this officer's. */
export function openApplicationSearch(actor: StaffActor, token: string): Search | null {
  const [by, ...text] = openSearch(actor, token)?.split(':') ?? []
  return search.safeParse({ by, text: text.join(':') }).data ?? null
}

/** A page of the county's list: the newest change first, or the other way round when one turns back. */
export function applicationsPage(scope: CountyScope, filter: ApplicationFilter, turn: Turn | null, take: number): Prisma.Sql {
  const { county, year } = scope
  const beyond = turn ? Prisma.sql`AND (l.changed_at, l.application_id) ${turn.back ? Prisma.sql`>` : Prisma.sql`<`} (${new Date(turn.from.changedAt)}, ${turn.from.applicationId}::uuid)` : Prisma.empty
  const order = turn?.back ? Prisma.sql`ORDER BY l.changed_at, l.application_id` : Prisma.sql`ORDER BY l.changed_at DESC, l.application_id DESC`
  return Prisma.sql`
    SELECT l.*, a.wrapped_key, (SELECT count(*)::int FROM submissions s WHERE s.application_id = l.application_id) AS round FROM (
      SELECT l.application_id, l.status::text, l.basis, l.category, l.school_code, l.catchment_row, l.receipt_number, l.submitted_at, l.changed_at, l.detail_cipher
      FROM listings l WHERE l.county = ${county} AND l.year = ${year} ${narrowed(scope, filter)} ${beyond} ${order} LIMIT ${take}) l
    JOIN applications a ON a.id = l.application_id AND a.wrapped_key IS NOT NULL ${order}`
}

/** What was discarded is in the list only when it is asked for. */
function narrowed(scope: CountyScope, { school, category, status, basis, row, search: wanted }: ApplicationFilter): Prisma.Sql {
  return Prisma.join(
    [
      status ? Prisma.sql`AND l.status = ${status}::application_status` : Prisma.sql`AND l.status <> 'withdrawn'`,
      school ? orNone(Prisma.sql`l.school_code`, school) : Prisma.empty,
      category ? orNone(Prisma.sql`l.category`, category) : Prisma.empty,
      row ? orNone(Prisma.sql`l.catchment_row`, row) : Prisma.empty,
      basis ? Prisma.sql`AND l.basis = ${basis}` : Prisma.empty,
      wanted ? Prisma.sql`AND ${sought(scope, wanted)}` : Prisma.empty,
    ],
    ' ',
  )
}

/** A column that may be empty, in a list that is narrowed by it. */
export function orNone(column: Prisma.Sql, value: string): Prisma.Sql {
  return value === NONE ? Prisma.sql`AND ${column} IS NULL` : Prisma.sql`AND ${column} = ${value}`
}

/**
 * Whole numbers by their index: a person's whether child, guardian who registers, or guardian on the record; a receipt's of
 * whichever round. Parts of names and addresses by all of their tokens; what has the parts but not the text falls out later.
 */
function sought(scope: CountyScope, { by, text }: Search): Prisma.Sql {
  switch (by) {
    case 'id-number': {
      const person = keyedIndex('id-number', text)
      return Prisma.sql`l.application_id IN (
        SELECT a.id FROM students s JOIN applications a ON a.student_id = s.id WHERE s.id_number_index = ${person}
        UNION SELECT a.id FROM guardians g JOIN applications a ON a.guardian_id = g.id WHERE g.id_number_index = ${person}
        UNION SELECT a.id FROM guardians g JOIN guardianships r ON r.guardian_id = g.id JOIN applications a ON a.student_id = r.student_id WHERE g.id_number_index = ${person})`
    }
    case 'receipt':
      return Prisma.sql`l.application_id IN (SELECT s.application_id FROM submissions s WHERE s.receipt_number = ${text})`
    case 'home-number':
      return Prisma.sql`l.home_index IN (${homeIndex('certificate', text)}, ${homeIndex('contract', text)})`
    case 'name':
    case 'place':
      return Prisma.sql`l.tokens @> ${listingTokens(scope, by, gramsWanted(by, text)).map(String)}::bigint[]`
  }
}

export type ApplicationPage = { lines: ApplicationLine[]; earlier: Cursor | null; later: Cursor | null }

/** So many pages are looked through for one that is full: parts without the text are rare. */
const MOST_LOOKS = 5

export async function findApplications(scope: CountyScope, filter: ApplicationFilter, turn: Turn | null, take: number, on: Db = db()): Promise<ApplicationPage> {
  const found: ApplicationLine[] = []
  let last: Cursor | null = turn?.from ?? null
  let more = true
  for (let look = 0; look < MOST_LOOKS && more && found.length <= take; look++) {
    const rows: Row[] = await on.$queryRaw<Row[]>(applicationsPage(scope, filter, last && { from: last, back: turn?.back ?? false }, take + 1))
    const lines = rows.map(toLine)
    found.push(...lines.filter(({ detail }) => !filter.search || isFound(filter.search, detail)))
    last = cursorOf(lines.at(-1)) ?? last
    more = rows.length > take
  }
  const lines = found.slice(0, take)
  const onward = found.length > take ? cursorOf(lines.at(-1)) : more ? last : null
  const behind = turn && (cursorOf(lines[0]) ?? turn.from)
  return turn?.back ? { lines: lines.toReversed(), earlier: behind, later: onward } : { lines, earlier: onward, later: behind }
}

function cursorOf(line: ApplicationLine | undefined): Cursor | null {
  return line ? { changedAt: line.changedAt, applicationId: line.id } : null
}

function toLine(row: Row): ApplicationLine {
  return {
    id: row.application_id,
    status: row.status,
    basis: basisWord.parse(row.basis),
    category: row.category,
    schoolCode: row.school_code,
    catchmentRow: row.catchment_row,
    receiptNumber: row.receipt_number,
    submittedAt: row.submitted_at?.getTime() ?? null,
    round: row.round,
    changedAt: row.changed_at.getTime(),
    detail: readContent(unwrapApplicationKey(row.wrapped_key), 'listing', row.detail_cipher, listingDetail),
  }
}
