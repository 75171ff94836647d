import { readClock } from '@/lib/clock'
import { readCase } from '@/lib/commands/read-case'
import { db } from '@/lib/data/db'
import type { Question, World } from './sample'

/** A case as it is opened, what it is read beside and that it was read among it. */
export async function ofCase({ published: { county, year }, officers: { reviewer: actor } }: World): Promise<Question[]> {
  const now = await readClock()
  const opened = async (what: string, kind: string, status: 'open' | 'closed' = 'open'): Promise<Question> => {
    const { id: caseId } = await db().reviewCase.findFirstOrThrow({ where: { county, year, kind, status }, select: { id: true }, orderBy: [{ dueAt: 'desc' }, { id: 'desc' }] })
    return { page: '/console/cases/[caseId]', what, ask: () => readCase({ actor, caseId, now }) }
  }
  return [
    await opened('an appeal', 'GUARDIAN_MISMATCH'),
    await opened('an appeal about a grandparent', 'GRANDPARENT_KINSHIP'),
    await opened('a submission that is checked', 'MATERIAL_AUDIT'),
    await opened('a submission that was checked', 'MATERIAL_AUDIT', 'closed'),
    await opened('an objection, with the seats of every school', 'OBJECTION'),
  ]
}
