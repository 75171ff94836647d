import 'server-only'
import type { School } from '@/lib/rules'
import type { StaffActor } from '@/lib/domain/actor'
import type { SchoolScope } from '@/lib/domain/applicants'
import { getPublishedSeason, type PublishedSeason } from './seasons'

export type OwnSchool = { scope: SchoolScope; published: PublishedSeason; school: School }

/** The school of a clerk in the county's newest season; null where that has no such school. Whose applicants a clerk sees comes from here alone. */
export async function findOwnSchool({ county, schoolCode }: StaffActor): Promise<OwnSchool | null> {
  const published = schoolCode ? await getPublishedSeason(county) : null
  const school = published?.season.schools.find((one) => one.code === schoolCode)
  return published && school ? { scope: { county, year: published.year, schoolCode: school.code }, published, school } : null
}
