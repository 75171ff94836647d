import 'server-only'
import { factsSchema, type Facts } from '@/lib/rules'
import { readDetermination } from '@/lib/domain/determination'
import { factsFromAnswers } from '@/lib/domain/facts-from-answers'
import { outcomeOf, type FamilyOutcome } from '@/lib/domain/simulation'
import { submissionContent } from '@/lib/domain/submission'
import { applicationColumns, toApplication } from './applications'
import { unwrapApplicationKey } from './cipher'
import { familyFindings } from './deeds'
import { db } from './db'
import { actorOf, identityColumns } from './guardians'
import { readContent } from './json'
import type { Prisma } from './generated/client'

/** Whose families a draft is tried on: a county's of one year, drafts with a chosen basis among them or not. */
export type Sample = { county: string; year: number; drafts: boolean }

/** What `determine` is given of a family, and what its submission has frozen; nothing is frozen of a draft. */
export type SimulatedFamily = { applicationId: string; facts: Facts; frozen: FamilyOutcome | null }

const BATCH = 100

/** What was sent back holds until it is replaced. */
const submitted = ({ county, year }: Sample): Prisma.ApplicationWhereInput => ({ county, year, status: { in: ['submitted', 'returned'] }, wrappedKey: { not: null } })

/** Of a child whom somebody has registered, no draft is left. */
const unsubmitted = ({ county, year }: Sample): Prisma.ApplicationWhereInput => ({ county, year, status: 'draft', wrappedKey: { not: null }, student: { submissions: { none: { year } } }, listing: { basis: { not: null } } })

/** How many there will be, for how far a run is: counted in the list, where a child's other registration counts too. */
export async function countSimulated({ county, year, drafts }: Sample): Promise<number> {
  const registered = await db().listing.count({ where: { county, year, status: { in: ['submitted', 'returned'] } } })
  return drafts ? registered + (await db().listing.count({ where: { county, year, status: 'draft', basis: { not: null } } })) : registered
}

/** The years of which the county has families, the newest first: one look into the index for each year, whatever stands between them. */
export async function listFamilyYears(county: string): Promise<number[]> {
  const rows = await db().$queryRaw<{ year: number }[]>`
    WITH RECURSIVE years AS (
      SELECT max(year) AS year FROM listings WHERE county = ${county}
      UNION ALL SELECT (SELECT max(l.year) FROM listings l WHERE l.county = ${county} AND l.year < y.year) FROM years y WHERE y.year IS NOT NULL)
    SELECT year FROM years WHERE year IS NOT NULL`
  return rows.map(({ year }) => year)
}

/**
 * One family after the other, read from the database by the batch and decrypted only when it is its turn. Null for a draft
 * that has not come to a basis, and for a child whose other guardian's draft was counted.
 * @param at the season's clock, milliseconds: of drafts, whose facts are of now
 */
export async function* simulatedFamilies(sample: Sample, at: number): AsyncGenerator<SimulatedFamily | null> {
  yield* inBatches((after) => db().application.findMany({ where: { ...submitted(sample), ...beyond(after) }, select: frozenColumns, orderBy: { id: 'asc' }, take: BATCH }), frozenFamily)
  if (!sample.drafts) return
  const children = new Set<string>()
  yield* inBatches((after) => db().application.findMany({ where: { ...unsubmitted(sample), ...beyond(after) }, select: draftColumns, orderBy: { id: 'asc' }, take: BATCH }), (row) => {
    const family = children.has(row.studentId) ? null : draftFamily(row, at)
    if (family) children.add(row.studentId)
    return family
  })
}

function beyond(after: string | null): Prisma.ApplicationWhereInput {
  return after === null ? {} : { id: { gt: after } }
}

async function* inBatches<Row extends { id: string }>(read: (after: string | null) => Promise<Row[]>, toFamily: (row: Row) => SimulatedFamily | null): AsyncGenerator<SimulatedFamily | null> {
  for (let rows = await read(null); rows.length > 0; rows = rows.length < BATCH ? [] : await read(rows.at(-1)?.id ?? null)) {
    for (const row of rows) yield toFamily(row)
  }
}

const frozenColumns = { id: true, wrappedKey: true, submissions: { select: { contentCipher: true }, orderBy: { round: 'desc' }, take: 1 } } as const satisfies Prisma.ApplicationSelect
const frozenContent = submissionContent.pick({ determination: true }).extend({ facts: factsSchema })

function frozenFamily({ id, wrappedKey, submissions: [submission] }: Prisma.ApplicationGetPayload<{ select: typeof frozenColumns }>): SimulatedFamily | null {
  if (!wrappedKey || !submission) return null
  const { facts, determination } = readContent(unwrapApplicationKey(wrappedKey), 'submission', submission.contentCipher, frozenContent)
  return { applicationId: id, facts, frozen: outcomeOf(readDetermination(determination)) }
}

const draftColumns = { ...applicationColumns, guardian: { select: identityColumns } } as const satisfies Prisma.ApplicationSelect

function draftFamily(row: Prisma.ApplicationGetPayload<{ select: typeof draftColumns }>, at: number): SimulatedFamily | null {
  const application = toApplication(row)
  const guardian = actorOf(row.guardian)
  const findings = application && familyFindings(guardian, application)
  const facts = findings && factsFromAnswers(at, guardian.idNumber, findings, application.answers)
  return facts && { applicationId: row.id, facts, frozen: null }
}
