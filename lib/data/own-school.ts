import 'server-only'
import type { School } from '@/lib/rules'
import type { StaffActor } from '@/lib/domain/actor'
import type { SchoolScope } from '@/lib/domain/applicants'
import { getSeasonUnderWay, type PublishedSeason } from './seasons'

export type OwnSchool = { scope: SchoolScope; published: PublishedSeason; school: School }

/**
 * The school of a clerk in the season that is under way; null where that has no such school. Whose applicants a clerk sees comes
 * from here alone.
 * @param at the season's clock, milliseconds
 */
export async function findOwnSchool({ county, schoolCode }: StaffActor, at: number): Promise<OwnSchool | null> {
  const published = schoolCode ? await getSeasonUnderWay(county, at) : null
  const school = published?.season.schools.find((one) => one.code === schoolCode)
  return published && school ? { scope: { county, year: published.year, schoolCode: school.code }, published, school } : null
}
