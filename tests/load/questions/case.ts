import { readClock } from '@/lib/clock'
import { readCase } from '@/lib/commands/read-case'
import { db } from '@/lib/data/db'
import type { PublishedSeason } from '@/lib/data/seasons'
import { anOfficer, type Question } from './sample'

/** A case as it is opened, what it is read beside and that it was read among it. */
export async function ofCase({ county, year }: PublishedSeason): Promise<Question[]> {
  const [actor, now] = await Promise.all([anOfficer(county, 'reviewer'), readClock()])
  const opened = async (what: string, kind: string): Promise<Question> => {
    const { id: caseId } = await db().reviewCase.findFirstOrThrow({ where: { county, year, kind, status: 'open' }, select: { id: true }, orderBy: [{ dueAt: 'desc' }, { id: 'desc' }] })
    return { page: 'case', what, ask: () => readCase({ actor, caseId, now }) }
  }
  return [await opened('an appeal', 'GUARDIAN_MISMATCH'), await opened('a submission that is checked', 'MATERIAL_AUDIT')]
}
