import { db } from '@/lib/data/db'
import { findApplications } from '@/lib/data/application-search'
import { findSeasonDraft, listSeasonDrafts } from '@/lib/data/season-drafts'
import { listSeasonVersions } from '@/lib/data/season-list'
import { findSeasonProposal, listSeasonProposals } from '@/lib/data/season-proposals'
import { breaksResults, readPublication } from '@/lib/data/season-publication'
import { areResultsOut } from '@/lib/data/season-window'
import { findVersionBefore } from '@/lib/data/seasons-to-try'
import { countSimulated, listFamilyYears } from '@/lib/data/simulated-families'
import { namesOfApplicants } from '@/lib/data/simulated-applicants'
import { findFinishedSimulation, findNewestCounts, findOpenSimulation, listSimulations } from '@/lib/data/simulations'
import type { Question, World } from './sample'

const PAGE = 50

export async function ofSeason({ published, officers: { admins: [admin] }, prepared: { draftId, seasonProposalId } }: World): Promise<Question[]> {
  const { county, year } = published
  const draft = await findSeasonDraft(db(), admin, draftId)
  if (!draft) throw new Error('no draft of the load')
  const { lines } = await findApplications({ county, year }, {}, null, PAGE)
  const whatIf = '/console/season/drafts/[draftId]/what-if'
  return [
    { page: '/console/season', what: 'versions, drafts, what waits', ask: async () => [await listSeasonVersions(admin), await listSeasonDrafts(db(), admin), await listSeasonProposals(admin, { waiting: true })] },
    { page: '/console/season/window', what: 'extensions, and whether results are out', ask: async () => [await listSeasonProposals(admin, { kinds: ['extend-window'], year }), await areResultsOut(db(), published)] },
    { page: '/console/season/proposals/[seasonProposalId]', what: 'one, with its draft', ask: async () => [await findSeasonProposal(admin, seasonProposalId), await readPublication(db(), draft)] },
    { page: '/console/season/drafts/[draftId]', what: 'the draft', ask: () => findSeasonDraft(db(), admin, draftId) },
    { page: '/console/season/drafts/[draftId]/changes', what: 'the version before, and the newest trial', ask: async () => [await findVersionBefore(admin, { year }), await findNewestCounts(admin, draftId)] },
    {
      page: '/console/season/drafts/[draftId]/publish',
      what: 'what publishing it would do',
      ask: async () => {
        const { publishable, published: standing } = await readPublication(db(), draft)
        return publishable && breaksResults(db(), publishable, standing)
      },
    },
    { page: whatIf, what: 'runs of a draft, one that goes on, the years', ask: async () => [await findSeasonDraft(db(), admin, draftId), await findOpenSimulation(admin), await listSimulations(admin, draftId, 10), await findFinishedSimulation(admin, draftId), await listFamilyYears(county)] },
    { page: whatIf, what: 'how many a run would be of', ask: () => countSimulated({ county, year, drafts: true }) },
    { page: whatIf, what: 'a page of the list of changes', ask: () => namesOfApplicants(admin, lines.map(({ id }) => id)) },
  ]
}
