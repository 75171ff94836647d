import { readClock } from '@/lib/clock'
import { readOverview } from '@/lib/data/overview'
import type { PublishedSeason } from '@/lib/data/seasons'
import type { Question } from './sample'

export async function ofOverview(published: PublishedSeason): Promise<Question[]> {
  const now = await readClock()
  return [{ page: 'overview', what: 'every figure', ask: () => readOverview(published, now.season) }]
}
