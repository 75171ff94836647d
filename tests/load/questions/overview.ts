import { readClock } from '@/lib/clock'
import { readOverview } from '@/lib/data/overview'
import { listSeasonProposals } from '@/lib/data/season-proposals'
import type { Question, World } from './sample'

export async function ofOverview({ published, officers: { admins: [admin] } }: World): Promise<Question[]> {
  const now = await readClock()
  return [
    { page: '/console/overview', what: 'every figure', ask: () => readOverview(published, now.season) },
    { page: '/console/overview', what: 'what waits for an administrator', ask: () => listSeasonProposals(admin, { waiting: true }) },
  ]
}
