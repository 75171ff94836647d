import { randomUUID } from 'node:crypto'
import { countSimulated, listFamilyYears } from '@/lib/data/simulated-families'
import { namesOfApplicants } from '@/lib/data/simulated-applicants'
import { findFinishedSimulation, findOpenSimulation, listSimulations } from '@/lib/data/simulations'
import { findApplications } from '@/lib/data/application-search'
import type { PublishedSeason } from '@/lib/data/seasons'
import { anOfficer, type Question } from './sample'

const PAGE = 50

export async function ofWhatIf({ county, year }: PublishedSeason): Promise<Question[]> {
  const admin = await anOfficer(county, 'admin')
  const draft = randomUUID()
  const { lines } = await findApplications({ county, year }, {}, null, PAGE)
  return [
    { page: 'what-if', what: 'runs of a draft, and one that goes on', ask: async () => [await findOpenSimulation(admin), await listSimulations(admin, draft, 10), await findFinishedSimulation(admin, draft)] },
    { page: 'what-if', what: 'years that have families', ask: () => listFamilyYears(county) },
    { page: 'what-if', what: 'how many a run would be of', ask: () => countSimulated({ county, year, drafts: true }) },
    { page: 'what-if', what: 'a page of the list of changes', ask: () => namesOfApplicants(admin, lines.map(({ id }) => id)) },
  ]
}
