import type { Now } from '@/lib/domain/actor'
import { withClient } from './database'

/** An instant in Shanghai time: `shanghai('2023-08-16 09:00:00.000')`. */
export function shanghai(local: string): number {
  const instant = Date.parse(`${local.replace(' ', 'T')}+08:00`)
  if (Number.isNaN(instant)) throw new Error(`not a local time: ${local}`)
  return instant
}

/** A frozen moment for commands: the season's clock says `local`, and real time is the same. */
export function frozen(local: string): Now {
  const instant = shanghai(local)
  return { real: instant, season: instant }
}

/** Sets the season's clock of a database to `local`; it goes on from there. */
export async function setSeasonClock(databaseUrl: string, local: string): Promise<void> {
  await withClient(databaseUrl, (client) =>
    client.query(`UPDATE clock_setting SET offset_ms = $1::bigint - (extract(epoch from clock_timestamp()) * 1000)::bigint WHERE id = 1`, [shanghai(local)]),
  )
}
