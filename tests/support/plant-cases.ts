import { readClock } from '@/lib/clock'
import { aWaitingAppeal, moreCases } from './cases'

/** A queue for a browser's test, on the running application's data: three families, and so many cases more of the first. */
export default async function plantCases(more: string): Promise<void> {
  const now = await readClock()
  const { appealId } = await aWaitingAppeal(now)
  for (const walk of ['business', 'employment'] as const) await aWaitingAppeal(now, walk)
  await moreCases(appealId, Number(more))
}
