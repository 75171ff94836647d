import { getEnv } from '@/lib/env'
import { Refusal } from '@/scripts/database/refusal'
import { readClock } from '@/lib/clock'
import { getPublishedSeason } from '@/lib/data/seasons'
import { registerFamilies } from '../../load/registers'
import { signedIn } from '../../support/journey'
import { tokenOf } from '../js/places'
import type { Town } from './crowd'

/** Families in the registers, who have done nothing yet; where asked for, each guardian with a session. */
export async function furnish(county: string, count: number, withSessions: boolean): Promise<{ furniture: Pick<Town, 'families' | 'sessions'>; people: string }> {
  const published = await getPublishedSeason(county, 2023)
  if (!published) throw new Refusal(`There is no season of ${county}.`)
  const { families, people } = await registerFamilies(count, published, getEnv().dataDir)
  if (!withSessions) return { furniture: { families, sessions: null }, people }
  const now = await readClock()
  const sessions = new Map<string, string>()
  for (const family of families) sessions.set(family.guardian.idNumber, await tokenOf(await signedIn(family), now))
  return { furniture: { families, sessions }, people }
}
