import 'server-only'
import { categoriesOf, type AllocationInput } from '@/lib/domain/allocation'
import { householdFinding } from '@/lib/domain/findings'
import type { Season } from '@/lib/rules'
import { decrypt, unwrapApplicationKey } from './cipher'
import type { Db } from './db'
import { readContent } from './json'
import type { PublishedSeason } from './seasons'

type Row = { id: string; submission: string; student: string; category_row: string; school: string | null; guardians: string[] }

/**
 * Who takes part in the season's allocation: every child with a submission that holds, those that were sent back among
 * them; of several the newest round. By id, because the order of submission plays no part. `CATEGORY_UNKNOWN` where the
 * table of this version has no row of that name.
 */
export async function readAllocationInputs(on: Db, { county, year, season }: Pick<PublishedSeason, 'county' | 'year' | 'season'>): Promise<{ inputs: AllocationInput[] } | { findings: { code: 'CATEGORY_UNKNOWN'; row: string }[] }> {
  const rows = await on.$queryRaw<Row[]>`
    SELECT c.*, ARRAY(SELECT g.guardian_id::text FROM guardianships g WHERE g.student_id = c.student::uuid ORDER BY 1) AS guardians FROM (
      SELECT DISTINCT ON (s.student_id) a.id::text AS id, s.id::text AS submission, s.student_id::text AS student, s.category_row, s.school_code AS school
      FROM submissions s JOIN applications a ON a.id = s.application_id AND a.status IN ('submitted', 'returned') AND a.wrapped_key IS NOT NULL
      WHERE s.county = ${county} AND s.year = ${year}
      ORDER BY s.student_id, s.round DESC, s.id DESC
    ) c ORDER BY c.id COLLATE "C"`
  const ranks = ranksOf(season)
  const unknown = new Set(rows.map((row) => row.category_row).filter((row) => !ranks.has(row)))
  if (unknown.size > 0) return { findings: [...unknown].toSorted().map((row) => ({ code: 'CATEGORY_UNKNOWN', row })) }
  const families = familiesOf(rows)
  const places: ReadonlyMap<string, number>[] = []
  for (const criterion of season.settings.allocation.criteria) places.push(await PLACES[criterion](rows, season, on))
  const inputs = rows.map((row): AllocationInput => ({
    id: row.id,
    submission: row.submission,
    rank: ranks.get(row.category_row) ?? 0,
    school: row.school,
    criteria: places.map((place) => place.get(row.id) ?? 0),
    family: families.get(row.id) ?? null,
  }))
  return { inputs }
}

/** By the row of the category table, the place of its category. */
function ranksOf({ categories }: Season): Map<string, number> {
  const order = categoriesOf(categories)
  return new Map(categories.map(({ row, category }) => [row, order.indexOf(category)]))
}

type Places = (rows: readonly Row[], season: Season, on: Db) => Map<string, number> | Promise<Map<string, number>>

/** Where each child stands by a criterion of the season, by application; the smaller stands first. */
const PLACES = { 'category-row': rowPlaces, 'registered-on': registeredPlaces } as const satisfies Record<Season['settings']['allocation']['criteria'][number], Places>

function rowPlaces(rows: readonly Row[], { categories }: Season): Map<string, number> {
  const order = new Map(categories.map(({ row }, place) => [row, place]))
  return new Map(rows.map(({ id, category_row: row }) => [id, order.get(row) ?? 0]))
}

/** Children who share a guardian, through others too, under the smallest of their applications; only children are not in it. */
function familiesOf(rows: readonly Row[]): Map<string, string> {
  const parents = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next
    return root
  }
  const firstOf = new Map<string, string>()
  // By id, so that the root of every family is its smallest.
  for (const { id, guardians } of rows) {
    for (const guardian of guardians) {
      const known = firstOf.get(guardian)
      if (known === undefined) firstOf.set(guardian, id)
      else joinUnderSmaller(parents, rootOf(known), rootOf(id))
    }
  }
  const byRoot = Map.groupBy(rows, ({ id }) => rootOf(id))
  return new Map([...byRoot].filter(([, siblings]) => siblings.length > 1).flatMap(([root, siblings]) => siblings.map(({ id }) => [id, root])))
}

function joinUnderSmaller(parents: Map<string, string>, one: string, other: string): void {
  if (one < other) parents.set(other, one)
  else if (other < one) parents.set(one, other)
}

const AT_ONCE = 2_000

type Answered = { id: string; wrapped_key: string; id_number_cipher: string; content_cipher: string | null }

/**
 * The order of the days on which the children were registered in their households, as the register had answered when the
 * submission was frozen; unknown days come last. A place and not the day: what is kept of a run holds nothing of anybody's
 * papers.
 */
async function registeredPlaces(rows: readonly Row[], _season: Season, on: Db): Promise<Map<string, number>> {
  const days = new Map<string, string | null>()
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const submissions = rows.slice(from, from + AT_ONCE).map(({ submission }) => submission)
    const answered = await on.$queryRaw<Answered[]>`
      SELECT a.id::text AS id, a.wrapped_key, p.id_number_cipher,
        (SELECT f.content_cipher FROM findings f WHERE f.application_id = a.id AND f.registry = 'household' AND f.asked_at <= s.submitted_at ORDER BY f.id DESC LIMIT 1) AS content_cipher
      FROM submissions s JOIN applications a ON a.id = s.application_id JOIN students p ON p.id = s.student_id WHERE s.id = ANY(${submissions}::uuid[])`
    for (const one of answered) days.set(one.id, registeredOn(one))
  }
  const order = [...new Set([...days.values()].filter((day) => day !== null))].toSorted()
  const placeOf = new Map(order.map((day, place) => [day, place]))
  return new Map([...days].map(([id, day]) => [id, day === null ? order.length : (placeOf.get(day) ?? order.length)]))
}

function registeredOn({ wrapped_key: wrapped, id_number_cipher: student, content_cipher: answer }: Answered): string | null {
  if (answer === null) return null
  const idNumber = decrypt('students.id_number', student)
  const { people } = readContent(unwrapApplicationKey(wrapped), 'finding', answer, householdFinding)
  return people.find((one) => one.idNumber === idNumber)?.registeredOn ?? null
}
