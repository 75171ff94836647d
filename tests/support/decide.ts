import { readClock } from '@/lib/clock'
import { decide as decideAs } from './staff'

/** A verdict on the running application's data, for walks whose subject is the family. @param verdict `approve` or `refuse` */
export default async function decide(appealId: string, verdict: string, reason: string): Promise<void> {
  const decided = await decideAs({ appealId, outcome: verdict === 'approve' ? 'approved' : 'refused', reason, now: await readClock() })
  if (!decided.ok) throw new Error(decided.failure.code)
}
