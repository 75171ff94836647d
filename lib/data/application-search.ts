import 'server-only'
import { z } from 'zod'
import { BASES } from '@/lib/rules'
import type { StaffActor } from '@/lib/domain/actor'
import { isFound, search, type Search } from '@/lib/domain/application-search'
import type { Cursor } from '@/lib/domain/list-query'
import { listingDetail, type ListingDetail } from '@/lib/domain/listing'
import type { Status } from '@/lib/domain/status'
import { applicationsPage, reachesOf, type ApplicationFilter, type CountyScope, type Turn } from './application-page'
import { unwrapApplicationKey } from './cipher'
import { db, type Db } from './db'
import { readContent } from './json'
import { openSearch, sealSearch } from './search-token'

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

export type ApplicationPage = { lines: ApplicationLine[]; earlier: Cursor | null; later: Cursor | null }

/** So many pages are looked through for one that is full: parts without the text are rare. */
const MOST_LOOKS = 5

export async function findApplications(scope: CountyScope, filter: ApplicationFilter, turn: Turn | null, take: number, on: Db = db()): Promise<ApplicationPage> {
  const found: ApplicationLine[] = []
  let last: Cursor | null = turn?.from ?? null
  let more = true
  for (let look = 0; look < MOST_LOOKS && more && found.length <= take; look++) {
    const rows = await rowsOf(scope, filter, last && { from: last, back: turn?.back ?? false }, take + 1, on)
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

/** What is common is found among the newest changes; only where these do not fill the page, all are gone through. */
async function rowsOf(scope: CountyScope, filter: ApplicationFilter, turn: Turn | null, take: number, on: Db): Promise<Row[]> {
  let rows: Row[] = []
  for (const reach of reachesOf(filter)) {
    rows = await on.$queryRaw<Row[]>(applicationsPage(scope, filter, turn, take, reach))
    if (rows.length === take) break
  }
  return rows
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
