import 'server-only'
import { draftAnswers } from '@/lib/domain/answers'
import { isOpenForAnswers, OPEN_STATUSES, type Status } from '@/lib/domain/status'
import { keyedIndex, unwrapApplicationKey } from './cipher'
import type { Db } from './db'
import { readContent } from './json'
import { keyText, type Touched } from './register-comparison'

/** A registration of whose family, or of whose home, a register's file speaks; `rows` of it. */
export type Affected = { applicationId: string; county: string; status: Status; rows: number }

const BATCH = 5_000
type Row = { id: string; county: string; status: Status; index: Buffer }

/**
 * The registrations of the counties' newest seasons that a file touches: through the child, through whoever counts as its
 * guardian, through a grandparent who is bound, and through the certificate or contract that the seat is asked for on.
 */
export async function listAffected(on: Db, { people, homes }: Touched): Promise<Affected[]> {
  const found = new Map<string, Affected>()
  const note = (rows: readonly Row[], counts: ReadonlyMap<string, number>) => {
    for (const { id, county, status, index } of rows) {
      const one = found.get(id) ?? { applicationId: id, county, status, rows: 0 }
      found.set(id, { ...one, rows: one.rows + (counts.get(keyText(index)) ?? 0) })
    }
  }
  for (const indexes of batchesOf(people)) note(await ofPeople(on, indexes), people)
  for (const indexes of batchesOf(homes)) note(await ofHomes(on, indexes), homes)
  if (people.size > 0) note(await ofGrandparents(on, people), people)
  return [...found.values()]
}

/** Of the officer's own county, or of all: what a trial says, and whom an import reaches. */
export function countAffected(affected: readonly Affected[], county: string): { rows: number; drafts: number; submitted: number } {
  const own = affected.filter((one) => one.county === county)
  const drafts = own.filter(({ status }) => isOpenForAnswers(status)).length
  return { rows: own.reduce((sum, { rows }) => sum + rows, 0), drafts, submitted: own.length - drafts }
}

function* batchesOf(counts: ReadonlyMap<string, number>): Generator<Buffer[]> {
  const indexes = [...counts.keys()].map((key) => Buffer.from(key, 'base64'))
  for (let from = 0; from < indexes.length; from += BATCH) yield indexes.slice(from, from + BATCH)
}

function ofPeople(on: Db, indexes: readonly Buffer[]): Promise<Row[]> {
  return on.$queryRaw<Row[]>`
    WITH newest AS (SELECT county, max(year) AS year FROM seasons GROUP BY county), theirs AS (
      SELECT a.id, s.id_number_index AS index FROM applications a JOIN students s ON s.id = a.student_id WHERE s.id_number_index = ANY(${indexes}::bytea[])
      UNION SELECT a.id, g.id_number_index FROM applications a JOIN guardians g ON g.id = a.guardian_id WHERE g.id_number_index = ANY(${indexes}::bytea[])
      UNION SELECT a.id, g.id_number_index FROM applications a JOIN guardianships gs ON gs.student_id = a.student_id JOIN guardians g ON g.id = gs.guardian_id WHERE g.id_number_index = ANY(${indexes}::bytea[])
    )
    SELECT a.id, a.county, a.status::text AS status, theirs.index FROM theirs JOIN applications a ON a.id = theirs.id JOIN newest n ON n.county = a.county AND n.year = a.year
    WHERE a.status <> 'withdrawn' AND a.wrapped_key IS NOT NULL`
}

function ofHomes(on: Db, indexes: readonly Buffer[]): Promise<Row[]> {
  return on.$queryRaw<Row[]>`
    WITH newest AS (SELECT county, max(year) AS year FROM seasons GROUP BY county)
    SELECT a.id, a.county, a.status::text AS status, l.home_index AS index FROM listings l JOIN applications a ON a.id = l.application_id JOIN newest n ON n.county = a.county AND n.year = a.year
    WHERE l.home_index = ANY(${indexes}::bytea[]) AND a.status <> 'withdrawn' AND a.wrapped_key IS NOT NULL`
}

/** Grandparents stand in the family's own answers alone, which nobody can search: of the few who ask on their deeds, all are looked at. */
async function ofGrandparents(on: Db, people: ReadonlyMap<string, number>): Promise<Row[]> {
  const rows = await on.$queryRaw<(Omit<Row, 'index'> & { key: string; answers: string })[]>`
    WITH newest AS (SELECT county, max(year) AS year FROM seasons GROUP BY county)
    SELECT a.id, a.county, a.status::text AS status, a.wrapped_key AS key, a.answers_cipher AS answers FROM listings l JOIN applications a ON a.id = l.application_id JOIN newest n ON n.county = a.county AND n.year = a.year
    WHERE l.basis = 'GRANDPARENT_DEED' AND a.status = ANY(${[...OPEN_STATUSES]}::application_status[]) AND a.wrapped_key IS NOT NULL`
  return rows.flatMap(({ key, answers, ...row }) => {
    const { bound = [], grandparent } = readContent(unwrapApplicationKey(key), 'answers', answers, draftAnswers)
    const numbers = new Set([...bound.map((one) => one.idNumber), ...(grandparent ? [grandparent.idNumber] : [])])
    return [...numbers].map((idNumber) => ({ ...row, index: Buffer.from(keyedIndex('id-number', idNumber)) })).filter(({ index }) => people.has(keyText(index)))
  })
}
