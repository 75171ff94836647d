import { readClock } from '@/lib/clock'
import { db } from '@/lib/data/db'
import { decide } from './staff'

/** A verdict on the running application's data, for walks whose subject is the family: decide.ts APPEAL approve|refuse REASON */
const [appealId = '', verdict, reason = ''] = process.argv.slice(2)
const decided = await decide({ appealId, outcome: verdict === 'approve' ? 'approved' : 'refused', reason, now: await readClock() })
await db().$disconnect()
if (!decided.ok) throw new Error(decided.failure.code)
