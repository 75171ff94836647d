import 'server-only'
import type { CaseAge, CaseNarrowing } from '@/lib/domain/case-filters'
import { AUDIT_REASONS } from '@/lib/domain/cases'
import { shanghaiDay } from '@/lib/domain/working-days'
import { tokensWanted } from './listings'
import { Prisma } from './generated/client'

const DAY_MS = 24 * 60 * 60 * 1000

/** The queue of one county; a name is looked for in the season's year. */
type Place = { county: string; year: number; at: number }

/**
 * What a case `c` must fulfil to be within the filters: one place, so that the list and 「领取下一件」 mean the same.
 * @param place.at the season's clock, milliseconds
 */
export function narrowed({ kind, ground, school, age, name }: CaseNarrowing, { county, year, at }: Place): Prisma.Sql[] {
  const conditions = [Prisma.sql`TRUE`]
  if (kind) conditions.push(Prisma.sql`c.kind = ${kind}`)
  if (ground) conditions.push(AUDIT_REASONS.some((reason) => reason === ground) ? Prisma.sql`c.because = ${ground}` : Prisma.sql`c.ground = ${ground}`)
  if (school) conditions.push(Prisma.sql`c.school_code = ${school}`)
  if (age) conditions.push(ofAge(age, at))
  if (name) {
    conditions.push(Prisma.sql`c.application_id IN (
      SELECT l.application_id FROM listings l WHERE l.county = ${county} AND l.year = ${year} AND l.tokens @> ${tokensWanted({ county, year }, 'name', name)}::bigint[])`)
  }
  return conditions
}

function ofAge(age: CaseAge, at: number): Prisma.Sql {
  if (age === 'overdue') return Prisma.sql`c.due_at < ${new Date(at)}`
  if (age === 'due-today') return Prisma.sql`c.due_at BETWEEN ${new Date(at)} AND ${new Date(`${shanghaiDay(at)}T23:59:59.999+08:00`)}`
  return Prisma.sql`c.opened_at <= ${new Date(at - (age === 'week' ? 7 : 3) * DAY_MS)}`
}
