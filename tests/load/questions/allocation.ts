import { childrenOf, countCandidates, countUnfinished, listDecisions } from '@/lib/data/allocation-figures'
import { listMoves } from '@/lib/data/allocation-moves'
import { findAllocationRun, findPublishedRun, listAllocationRuns } from '@/lib/data/allocation-runs'
import { countCompletable } from '@/lib/data/completions'
import { listCountyProposals } from '@/lib/data/county-proposals'
import { db } from '@/lib/data/db'
import type { Question, World } from './sample'

const PAGE = 50

export async function ofAllocation({ published, officers: { admins: [admin] }, afterwards: { runs: [newest = '', , oldest = ''] } }: World): Promise<Question[]> {
  const { closesAt } = published.season.settings
  const [school] = published.season.schools
  const last = await db().allocationDecision.findFirstOrThrow({ where: { runId: newest }, select: { applicationId: true }, orderBy: { applicationId: 'desc' }, skip: PAGE })
  const decisions = (what: string, query: Parameters<typeof listDecisions>[2]): Question => ({ page: '/console/allocation/[runId]', what, ask: () => listDecisions(db(), newest, query, PAGE) })
  return [
    {
      page: '/console/allocation',
      what: 'who takes part, what is open, the runs',
      ask: async () => [await countCandidates(db(), published), await countUnfinished(db(), published), await countCompletable(db(), published, closesAt), await listAllocationRuns(db(), published), await listCountyProposals(db(), admin, { kinds: ['publish-allocation'], year: published.year, waiting: true })],
    },
    { page: '/console/allocation/[runId]', what: 'the run with its figures', ask: async () => [await findAllocationRun(db(), published, newest), await findPublishedRun(db(), published), await countUnfinished(db(), published)] },
    decisions('its decisions', {}),
    decisions('the last page of them', { after: last.applicationId }),
    decisions('those by hand', { outcome: 'by-hand' }),
    decisions('those of a school', { school: school?.code }),
    decisions('those admitted to a school, of one category', { school: school?.code, outcome: 'admitted', rank: 0 }),
    decisions('those coordinated, which are none', { outcome: 'coordinated', because: 'LOT_DRAWN' }),
    decisions('a category that nobody has', { rank: 99 }),
    {
      page: '/console/allocation/compare',
      what: 'two runs, who moves, and what they are called',
      ask: async () => [await findAllocationRun(db(), published, oldest), await findAllocationRun(db(), published, newest), await listAllocationRuns(db(), published), await childrenOf(db(), (await listMoves(db(), oldest, newest)).flatMap(({ some }) => some))],
    },
  ]
}
