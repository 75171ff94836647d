import { searchOf, type SearchKind } from '@/lib/domain/application-search'
import { NONE } from '@/lib/domain/list-query'
import { readClock } from '@/lib/clock'
import { openApplicationFile } from '@/lib/commands/open-application-file'
import type { ApplicationFilter } from '@/lib/data/application-page'
import { findApplications } from '@/lib/data/application-search'
import { findPlaced, findRunInForce } from '@/lib/data/by-hand'
import { db } from '@/lib/data/db'
import { masksFor } from '@/lib/data/reveals'
import { listWaitingReturns } from '@/lib/data/returns'
import type { Question, World } from './sample'

const PAGE = 50
const page = '/console/applications'

function search(by: SearchKind, typed: string): ApplicationFilter {
  const wanted = searchOf(by, typed)
  if (!wanted.ok) throw new Error(`${by}: ${wanted.failure.code}`)
  return { search: wanted.value }
}

export async function ofApplications({ published: { county, year }, officers: { desk, admins: [admin] }, family: { guardian, child, address, receiptNumber, certificate, applicationId } }: World): Promise<Question[]> {
  const now = await readClock()
  const scope = { county, year }
  const list = (what: string, filter: ApplicationFilter): Question => ({ page, what, ask: () => findApplications(scope, filter, null, PAGE) })
  const { earlier } = await findApplications(scope, {}, null, PAGE)
  const eldest = await db().listing.findFirstOrThrow({ where: { county, year }, select: { applicationId: true, changedAt: true }, orderBy: [{ changedAt: 'asc' }, { applicationId: 'asc' }], skip: 100 })
  const end = { from: { changedAt: eldest.changedAt.getTime(), applicationId: eldest.applicationId }, back: false }
  const last = (what: string, filter: ApplicationFilter): Question => ({ page, what: `${what}, the last page`, ask: () => findApplications(scope, filter, end, PAGE) })
  return [
    list('everybody', {}),
    { page, what: 'the next page', ask: () => findApplications(scope, {}, earlier && { from: earlier, back: false }, PAGE) },
    last('everybody', {}),
    { page, what: 'back from the last page', ask: () => findApplications(scope, {}, { ...end, back: true }, PAGE) },
    list('by name', search('name', child)),
    list('by part of a name', search('name', child.slice(0, 2))),
    list('by a common character', search('name', '王')),
    last('by a common character', search('name', '王')),
    list('by a name that nobody has', search('name', '嬴政')),
    list('by two common characters that seldom meet', search('name', '伟王')),
    list('by place', search('place', address.slice(9))),
    list('by a common place', search('place', '龙津镇')),
    last('by a common place', search('place', '龙津镇')),
    list('by a number in an address', search('place', '12号')),
    list('by ID number', search('id-number', guardian.idNumber)),
    list('by receipt', search('receipt', receiptNumber)),
    list('by certificate', search('home-number', certificate)),
    list('one school', { school: 'SX' }),
    last('one school', { school: 'SX' }),
    list('without a school', { school: NONE }),
    list('a school that nobody has', { school: '没有' }),
    list('one category', { category: '4' }),
    list('one status', { status: 'returned' }),
    list('what was discarded', { status: 'withdrawn' }),
    list('school, category, status', { school: 'YF', category: '1', status: 'submitted' }),
    list('a category and a basis that exclude each other', { category: '1', basis: 'HOUSEHOLD_REGISTRATION' }),
    list('a row and a school that exclude each other', { row: 'LJ-03', school: 'SX' }),
    list('a school and a category that seldom meet, returned', { school: 'SX', category: '9', status: 'returned' }),
    list('a basis within a school, returned', { school: 'SX', basis: 'PURCHASE_CONTRACT', status: 'returned' }),
    list('drafts of a category', { category: '1', status: 'draft' }),
    list('submitted without a category', { category: NONE, status: 'submitted' }),
    list('name within a school', { ...search('name', child.slice(0, 2)), school: 'YF' }),
    list('a common character, returned', { ...search('name', '王'), status: 'returned' }),
    list('a common character, within a row', { ...search('name', '王'), row: 'LJ-03' }),
    list('a common place, of a category that has none there', { ...search('place', '龙津镇'), category: '9', basis: 'TITLE_DEED' }),
    {
      page: '/console/applications/[applicationId]',
      what: 'a family’s file',
      ask: async () => {
        const file = await openApplicationFile({ actor: desk, applicationId, now })
        return file && masksFor(desk, file.application, now)
      },
    },
    {
      page: '/console/applications/[applicationId]',
      what: 'what an administrator may propose there',
      ask: async () => {
        const [run, waiting] = [await findRunInForce(db(), admin, year), await listWaitingReturns(admin, applicationId)]
        return [waiting, run && (await findPlaced(db(), run, applicationId))]
      },
    },
    { page: '/console/applications/returns', what: 'returns that wait', ask: () => listWaitingReturns(admin) },
  ]
}
