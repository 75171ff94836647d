import { publishSeason } from '@/lib/commands/publish-season'
import { runAllocation } from '@/lib/commands/run-allocation'
import type { Now } from '@/lib/domain/actor'
import { readSeasonFolder } from '@/lib/files/season-folder'
import { z } from 'zod'
import { frozen } from './clock'
import { COUNTY } from './journey'

/** The first instant after the demonstration's season. */
export const CLOSED: Now = frozen('2023-08-25 00:00:00.000')
export const SEED = '2023-08-25 公开摇号 05 11 17 23 30'

type Ruled = { allocation?: object; review?: object; /** by a school's code */ capacities?: Readonly<Record<string, string>> }

/** Publishes the county's season with other rules for the allocation. @throws when the linter finds something */
export async function publishRules({ capacities = {}, ...settings }: Ruled): Promise<void> {
  const { files, agreement } = await readSeasonFolder(`prisma/seasons/${COUNTY}-2023`)
  if (!files) throw new Error('no season')
  const rows = files.schools.rows.map((row) => ({ ...row, cells: { ...row.cells, capacity: capacities[row.cells.code ?? ''] ?? row.cells.capacity ?? '' } }))
  const published = await publishSeason({ files: { ...files, settings: { ...z.record(z.string(), z.unknown()).parse(files.settings), ...settings }, schools: { ...files.schools, rows } }, agreement })
  if (!published.ok) throw new Error(JSON.stringify(published.failure))
}

/** A trial run by the operator. @throws when there is none */
export async function aRun(seed = SEED, now = CLOSED): Promise<{ runId: string; number: number; outcome: 'run' | 'same' }> {
  const made = await runAllocation({ actor: null, county: COUNTY, seed, now })
  if (!made.ok) throw new Error(made.failure.code)
  return made.value
}
