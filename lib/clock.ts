import 'server-only'
import type { Now } from '@/lib/domain/actor'
import { db, type Db } from '@/lib/data/db'
import { getEnv } from '@/lib/env'

/**
 * The one clock. Every server of a county asks the same database, so that two servers cannot disagree about a deadline,
 * and a phone's clock plays no part (R-01, N4).
 */
export async function readClock(on: Db = db()): Promise<Now> {
  const [row] = await on.$queryRaw<{ real: number; offset: number }[]>`
    SELECT (extract(epoch from clock_timestamp()) * 1000)::float8 AS real, offset_ms::float8 AS offset FROM clock_setting WHERE id = 1`
  if (!row) throw new Error('clock_setting has no row')
  if (row.offset !== 0 && getEnv().mode === 'production') throw new Error('the season clock has an offset; production runs on real time only')
  const real = Math.floor(row.real)
  return { real, season: real + row.offset }
}
