import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import type { CaseAge, CaseNarrowing } from '@/lib/domain/case-filters'
import { AUDIT_REASONS } from '@/lib/domain/cases'
import { gramsWanted } from '@/lib/domain/listing'
import { DAY_MS, shanghaiDay, shanghaiMidnight } from '@/lib/domain/shanghai-day'
import { openApplicationSearch } from './application-search'
import { listingTokens } from './listings'
import { Prisma } from './generated/client'

/** Who looks at the queue of whose county; a name is looked for in the years of its seasons. */
export type Looking = { actor: StaffActor; years: readonly number[]; at: number }

/**
 * What a case `c` must fulfil to be within the filters: one place, so that the list and 「领取下一件」 mean the same.
 * @param looking.at the season's clock, milliseconds
 */
export function narrowed({ kind, ground, school, age, search }: CaseNarrowing, { actor, years, at }: Looking): Prisma.Sql[] {
  const { county } = actor
  const conditions = [Prisma.sql`c.county = ${county}`]
  if (kind) conditions.push(Prisma.sql`c.kind = ${kind}`)
  if (ground) conditions.push(AUDIT_REASONS.some((reason) => reason === ground) ? Prisma.sql`c.kind = 'MATERIAL_AUDIT' AND c.because = ${ground}` : Prisma.sql`c.ground = ${ground}`)
  if (school) conditions.push(Prisma.sql`c.school_code = ${school}`)
  if (age) conditions.push(ofAge(age, at))
  const name = search && openApplicationSearch(actor, search)?.text
  if (name) {
    const ofYear = (year: number) => Prisma.sql`
      SELECT l.application_id FROM listings l WHERE l.county = ${county} AND l.year = ${year} AND l.tokens @> ${listingTokens({ county, year }, 'name', gramsWanted('name', name))}::bigint[]`
    conditions.push(Prisma.sql`c.application_id IN (${Prisma.join(years.map(ofYear), ' UNION ALL ')})`)
  }
  return conditions
}

function ofAge(age: CaseAge, at: number): Prisma.Sql {
  if (age === 'overdue') return Prisma.sql`c.due_at < ${new Date(at)}`
  if (age === 'due-today') return Prisma.sql`c.due_at >= ${new Date(at)} AND c.due_at < ${new Date(shanghaiMidnight(shanghaiDay(at)) + DAY_MS)}`
  return Prisma.sql`c.opened_at <= ${new Date(at - (age === 'week' ? 7 : 3) * DAY_MS)}`
}

/** Of an open case: nobody has it in hand, and no answer to it lies before a second officer. @param real real time, milliseconds: a claim that ran out is nobody's */
export function isFree(real: number): Prisma.Sql {
  return Prisma.sql`(c.answer_id IS NULL AND (c.claimed_by_id IS NULL OR c.claimed_until <= ${new Date(real)}))`
}
