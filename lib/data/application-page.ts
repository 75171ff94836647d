import 'server-only'
import type { ApplicationQuery, Search } from '@/lib/domain/application-search'
import { NONE, type Cursor } from '@/lib/domain/list-query'
import { gramsWanted } from '@/lib/domain/listing'
import { STATUSES } from '@/lib/domain/status'
import { keyedIndex } from './cipher'
import { Prisma } from './generated/client'
import { homeIndex, listingTokens } from './listings'

/** Whose applications: of one county and year (R-52). */
export type CountyScope = { readonly county: string; readonly year: number }
export type ApplicationFilter = Pick<ApplicationQuery, 'school' | 'category' | 'status' | 'basis' | 'row'> & { search?: Search | null }
/** From where a page goes on: to what changed earlier, or back to what changed later. */
export type Turn = { from: Cursor; back: boolean }

/** How far a page is looked for: by the one index that has its lines in order, among the newest changes, or among all. */
export type Reach = 'in-order' | 'near' | 'all'

/** So many of the newest changes are looked through; whatever is no rarer than one in twenty fills its page from them. */
const NEAR = 1000

/**
 * In which order they are tried. Two filters that exclude each other are each common, and no planner knows that they never
 * meet: it would walk through a county in order and find nobody. So the walk is bounded, and what it does not find is looked
 * for by the index that has every filter in it, or by the tokens, and put in order afterwards.
 */
export function reachesOf({ school, category, status, basis, row, search: wanted }: ApplicationFilter): readonly Reach[] {
  if (wanted && wanted.by !== 'name' && wanted.by !== 'place') return ['in-order']
  const filters = [category, status, basis, row].filter((one) => one !== undefined)
  return filters.length < 2 && !school && !wanted ? ['in-order'] : ['near', 'all']
}

const COLUMNS = Prisma.sql`l.application_id, l.status::text, l.basis, l.category, l.school_code, l.catchment_row, l.receipt_number, l.submitted_at, l.changed_at, l.detail_cipher`

/** A page of the county's list: the newest change first, or the other way round when one turns back. */
export function applicationsPage(scope: CountyScope, filter: ApplicationFilter, turn: Turn | null, take: number, reach: Reach): Prisma.Sql {
  const within = Prisma.sql`l.county = ${scope.county} AND l.year = ${scope.year}`
  const beyond = turn ? Prisma.sql`AND (l.changed_at, l.application_id) ${turn.back ? Prisma.sql`>` : Prisma.sql`<`} (${new Date(turn.from.changedAt)}, ${turn.from.applicationId}::uuid)` : Prisma.empty
  const order = turn?.back ? Prisma.sql`ORDER BY l.changed_at, l.application_id` : Prisma.sql`ORDER BY l.changed_at DESC, l.application_id DESC`
  const where = narrowed(scope, filter)
  const found: Record<Reach, Prisma.Sql> = {
    'in-order': Prisma.sql`SELECT ${COLUMNS} FROM listings l WHERE ${within} ${where} ${beyond} ${order} LIMIT ${take}`,
    near: Prisma.sql`SELECT ${COLUMNS} FROM (SELECT * FROM listings l WHERE ${within} ${beyond} ${order} LIMIT ${NEAR}) l WHERE TRUE ${where} ${order} LIMIT ${take}`,
    all: Prisma.sql`
      SELECT ${COLUMNS} FROM (
        WITH every AS MATERIALIZED (SELECT l.application_id, l.changed_at FROM listings l WHERE ${within} ${where} ${beyond})
        SELECT application_id FROM every l ${order} LIMIT ${take}) f JOIN listings l ON l.application_id = f.application_id`,
  }
  return Prisma.sql`
    SELECT l.*, a.wrapped_key, (SELECT count(*)::int FROM submissions s WHERE s.application_id = l.application_id) AS round FROM (${found[reach]}) l
    JOIN applications a ON a.id = l.application_id AND a.wrapped_key IS NOT NULL ${order}`
}

/** What was discarded is in the list only when it is asked for. Named one by one, as an index takes it. */
const KEPT = STATUSES.filter((status) => status !== 'withdrawn')

function narrowed(scope: CountyScope, { school, category, status, basis, row, search: wanted }: ApplicationFilter): Prisma.Sql {
  return Prisma.join(
    [
      status ? Prisma.sql`AND l.status = ${status}::application_status` : Prisma.sql`AND l.status = ANY(${KEPT}::application_status[])`,
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

