import { countApplicantsBy } from '@/lib/data/applicant-counts'
import { countApplicants, findApplicant, listApplicants, type ApplicantFilter } from '@/lib/data/school-applicants'
import { db } from '@/lib/data/db'
import type { PublishedSeason } from '@/lib/data/seasons'
import { aFamilyOf, type Question } from './sample'

const PAGE = 50
const COUNTED = 1000

export async function ofSchool({ county, year }: PublishedSeason): Promise<Question[]> {
  const { child, address, applicationId, guardian } = await aFamilyOf(county)
  const { schoolCode } = await db().listing.findUniqueOrThrow({ where: { applicationId }, select: { schoolCode: true } })
  const scope = { county, year, schoolCode: schoolCode ?? 'LJ' }
  const list = (what: string, filter: ApplicantFilter): Question => ({ page: 'school', what, ask: () => Promise.all([listApplicants(scope, filter, undefined, PAGE), countApplicants(scope, filter, COUNTED)]) })
  const { next } = await listApplicants(scope, {}, undefined, PAGE)
  return [
    list('everybody', {}),
    { page: 'school', what: 'the next page', ask: () => listApplicants(scope, {}, next ?? undefined, PAGE) },
    list('submitted, one category', { state: 'submitted', category: '1' }),
    list('drafts that wait', { state: 'waiting' }),
    list('one row of the catchment', { row: 'LJ-03' }),
    list('by name', { text: child }),
    list('by part of a name', { text: child.slice(0, 2) }),
    list('by place', { text: address.slice(-8) }),
    list('nearly by name', { text: `${child.slice(0, -1)}乂`, near: true }),
    list('nearly by place', { text: `乂${address.slice(-8)}`, near: true }),
    list('nearly by phone tail', { text: guardian.phone?.slice(-4), near: true }),
    list('by phone tail', { text: guardian.phone?.slice(-4) }),
    { page: 'school', what: 'one applicant', ask: () => findApplicant(scope, applicationId) },
    { page: 'school', what: 'counts by category and row', ask: () => countApplicantsBy(scope) },
  ]
}
