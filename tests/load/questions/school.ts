import { NONE } from '@/lib/domain/list-query'
import { readClock } from '@/lib/clock'
import { openApplicant } from '@/lib/commands/open-applicant'
import { countApplicantsBy } from '@/lib/data/applicant-counts'
import { db } from '@/lib/data/db'
import { countAdmissions, listAdmissions, publishedOn } from '@/lib/data/school-admissions'
import { countApplicants, listApplicants, type ApplicantFilter } from '@/lib/data/school-applicants'
import type { Question, World } from './sample'

const PAGE = 50
const COUNTED = 1000

/** The school that most families are pre-allocated to. */
async function largestOf({ published: { county, year } }: World) {
  const [largest] = await db().listing.groupBy({ by: ['schoolCode'], where: { county, year, schoolCode: { not: null } }, _count: true, orderBy: { _count: { schoolCode: 'desc' } }, take: 1 })
  return { county, year, schoolCode: largest?.schoolCode ?? '' }
}

export async function ofSchool(world: World): Promise<Question[]> {
  const [scope, now] = [await largestOf(world), await readClock()]
  const { family: { child, address, guardian }, officers } = world
  const clerk = { ...officers.clerk, schoolCode: scope.schoolCode }
  const list = (what: string, filter: ApplicantFilter): Question => ({ page: '/school', what, ask: () => Promise.all([listApplicants(scope, filter, undefined, PAGE), countApplicants(scope, filter, COUNTED)]) })
  const { applicants: [first], next } = await listApplicants(scope, {}, undefined, PAGE)
  const eldest = await db().listing.findFirstOrThrow({ where: scope, select: { applicationId: true, changedAt: true }, orderBy: [{ changedAt: 'asc' }, { applicationId: 'asc' }], skip: 100 })
  return [
    list('everybody', {}),
    { page: '/school', what: 'the next page', ask: () => listApplicants(scope, {}, next ?? undefined, PAGE) },
    { page: '/school', what: 'the last page', ask: () => listApplicants(scope, {}, { changedAt: eldest.changedAt.getTime(), applicationId: eldest.applicationId }, PAGE) },
    list('submitted, one category', { state: 'submitted', category: '1' }),
    list('a category that nobody has', { category: '没有' }),
    list('without a row', { row: NONE }),
    list('drafts that wait', { state: 'waiting' }),
    list('drafts of a category that wait', { state: 'waiting', category: '9' }),
    list('one row of the catchment', { row: `${scope.schoolCode}-03` }),
    list('a row and a category that seldom meet', { row: `${scope.schoolCode}-03`, category: '9' }),
    list('by name', { text: child }),
    list('by part of a name', { text: child.slice(0, 2) }),
    list('by a common surname', { text: '王' }),
    list('by a common surname, drafts that wait', { text: '王', state: 'waiting' }),
    list('by place', { text: address.slice(-8) }),
    list('by a common place', { text: '龙津镇' }),
    list('nearly by name', { text: `${child.slice(0, -1)}乂`, near: true }),
    list('nearly by place', { text: `乂${address.slice(-8)}`, near: true }),
    list('nearly by phone tail', { text: guardian.phone?.slice(-4), near: true }),
    list('by phone tail', { text: guardian.phone?.slice(-4) }),
    { page: '/school/applicants/[applicationId]', what: 'one applicant', ask: () => openApplicant({ actor: clerk, applicationId: first?.applicationId ?? '', now }) },
    { page: '/school/counts', what: 'by category and row', ask: () => countApplicantsBy(scope) },
    { page: '/school/admissions', what: 'who was admitted', ask: async () => [await publishedOn(scope), await listAdmissions(scope, {}), await countAdmissions(scope)] },
    { page: '/school/admissions', what: 'by a common surname, one category', ask: () => listAdmissions(scope, { text: '王', category: '1' }) },
  ]
}
