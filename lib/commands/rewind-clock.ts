import 'server-only'
import { db } from '@/lib/data/db'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { isDemonstration } from '@/lib/env'

/** Where the demonstration's season clock begins: a morning within the season of the notice. */
export const DEMONSTRATION_MORNING = '2023-08-16T09:00:00+08:00'

/**
 * Sets the season's clock back to the demonstration's morning, or to another instant, from where it goes on; sessions and
 * limits keep real time.
 * @param onlyFirst leaves a clock alone that has been set before, so that a second start loses nothing
 * @param to milliseconds
 */
export async function rewindClock({ onlyFirst, to = Date.parse(DEMONSTRATION_MORNING) }: { onlyFirst: boolean; to?: number }): Promise<Result<{ changed: boolean }, { code: 'PRODUCTION' }>> {
  if (!isDemonstration()) return fail({ code: 'PRODUCTION' })
  const changed = await db().$executeRaw`
    UPDATE clock_setting SET offset_ms = ${to}::bigint - floor(extract(epoch from clock_timestamp()) * 1000)::bigint
    WHERE id = 1 AND (NOT ${onlyFirst}::boolean OR offset_ms = 0)`
  return succeed({ changed: changed > 0 })
}
