import { searchOf, type SearchKind } from '@/lib/domain/application-search'
import { readClock } from '@/lib/clock'
import { findApplicationFile } from '@/lib/data/application-file'
import { findApplicationHistory } from '@/lib/data/application-history'
import { findApplications, type ApplicationFilter } from '@/lib/data/application-search'
import { findApplicationOfCounty } from '@/lib/data/applications'
import { listWaitingReturns } from '@/lib/data/returns'
import type { PublishedSeason } from '@/lib/data/seasons'
import { aFamilyOf, anOfficer, type Question } from './sample'

const PAGE = 50

export async function ofApplications({ county, year }: PublishedSeason): Promise<Question[]> {
  const [{ guardian, child, address, receiptNumber, certificate, applicationId }, officer, admin, now] = await Promise.all([aFamilyOf(county), anOfficer(county, 'desk'), anOfficer(county, 'admin'), readClock()])
  const scope = { county, year }
  const list = (what: string, filter: ApplicationFilter): Question => ({ page: 'applications', what, ask: () => findApplications(scope, filter, null, PAGE) })
  const search = (by: SearchKind, typed: string): ApplicationFilter => {
    const wanted = searchOf(by, typed)
    if (!wanted.ok) throw new Error(`${by}: ${wanted.failure.code}`)
    return { search: wanted.value }
  }
  const { earlier } = await findApplications(scope, {}, null, PAGE)
  return [
    list('everybody', {}),
    { page: 'applications', what: 'the next page', ask: () => findApplications(scope, {}, earlier && { from: earlier, back: false }, PAGE) },
    list('by name', search('name', child)),
    list('by part of a name', search('name', child.slice(0, 2))),
    list('by a common character', search('name', '王')),
    list('by a name that nobody has', search('name', '嬴政')),
    list('by place', search('place', address.slice(9))),
    list('by a common place', search('place', '龙津镇')),
    list('by ID number', search('id-number', guardian.idNumber)),
    list('by receipt', search('receipt', receiptNumber)),
    list('by certificate', search('home-number', certificate)),
    list('one school', { school: 'SX' }),
    list('one category', { category: '4' }),
    list('one status', { status: 'returned' }),
    list('school, category, status', { school: 'YF', category: '1', status: 'submitted' }),
    list('name within a school', { ...search('name', child.slice(0, 2)), school: 'YF' }),
    {
      page: 'applications',
      what: 'a family’s file',
      ask: async () => {
        await findApplicationFile(officer, applicationId, now.season)
        const application = await findApplicationOfCounty(officer, applicationId)
        return application && findApplicationHistory(application)
      },
    },
    { page: 'applications', what: 'returns that wait', ask: () => listWaitingReturns(admin) },
  ]
}
