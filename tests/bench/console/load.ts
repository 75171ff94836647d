import { execFileSync } from 'node:child_process'
import { Refusal } from '@/scripts/database/refusal'
import { inRoot } from '@/scripts/start/root'
import { openPlace, type Place } from '../../load/place'
import { withClient } from '../../support/database'

/** The load's database with that many registrations: the one that is there, or one made now, which takes its time. */
export async function ensureLoad(count: number): Promise<Place> {
  const dataDir = process.env.DATA_DIR
  const there = await found()
  if (there && (await registrations(there)) === count) return there
  await there?.close()
  if (dataDir === undefined) delete process.env.DATA_DIR
  else process.env.DATA_DIR = dataDir
  execFileSync(process.execPath, ['--conditions=react-server', '--import', 'tsx', inRoot('tests/load/seed.ts'), String(count)], { stdio: 'inherit' })
  return openPlace('as-it-is')
}

async function found(): Promise<Place | null> {
  try {
    return await openPlace('as-it-is')
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

function registrations({ databaseUrl }: Place): Promise<number> {
  return withClient(databaseUrl, async (client) => (await client.query<{ count: number }>('SELECT count(*)::int AS count FROM listings')).rows[0]?.count ?? 0)
}
